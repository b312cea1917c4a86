package io.crmkit.testkit.storage;

import io.crmkit.CrmSession;
import io.crmkit.dossier.Delivery;
import io.crmkit.report.Carrier;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.ReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes reports of one line and keeps the names of the files it brought, each once. */
final class PostRoom implements ReportWriter, Carrier {
    private final List<String> names = new ArrayList<>();
    private final List<String> makers = new ArrayList<>();
    private Runnable brought = () -> {};
    private int failures;
    private int tries;

    List<String> names() {
        return names;
    }

    List<String> makers() {
        return makers;
    }

    int tries() {
        return tries;
    }

    void forget() {
        names.clear();
    }

    void failTimes(int times) {
        failures = times;
    }

    /** Does something when the next file was brought and that is not noted yet. */
    void onceBrought(Runnable then) {
        brought = then;
    }

    @Override
    public boolean writes(Contents contents, Report.Format format) {
        return contents instanceof Contents.Everything && format == Report.Format.CSV;
    }

    @Override
    public Written write(CrmSession session, Order order, OutputStream to) throws IOException {
        tries++;
        makers.add(session.actor().name() + " " + session.actor().roles() + " "
                + session.actor().purpose());
        byte[] line = (order.report().key() + order.plannedAt()).getBytes(StandardCharsets.UTF_8);
        to.write(line);
        return new Written(1, line.length, new byte[0]);
    }

    @Override
    public Delivery brings(Consignment what) {
        return name -> new Delivery.Parcel() {
            private final OutputStream contents = new ByteArrayOutputStream();

            @Override
            public OutputStream contents() {
                return contents;
            }

            @Override
            public void deliver(byte[] manifest) throws IOException {
                if (failures > 0) {
                    failures--;
                    throw new IOException("No way to " + what.to());
                }
                names.remove(name);
                names.add(name);
                Runnable then = brought;
                brought = () -> {};
                then.run();
            }

            @Override
            public void close() {}
        };
    }
}
