package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.dossier.Delivery;
import io.crmkit.dossier.Scope;
import io.crmkit.export.pdf.ContactsPdf;
import io.crmkit.export.pdf.FiguresPdf;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes reports that come by themselves, in the language of the tenant: tables of contacts and contacts with everything
 * there is about them as CSV, JSON and PDF, the owner's figures as PDF. Thread-safe.
 *
 * @since 0.1
 */
public final class ReportFile implements ReportWriter {
    private static final String FIGURES = "crm-figures-pdf/1";

    @Override
    public boolean writes(Contents contents, Report.Format format) {
        return !(contents instanceof Contents.Figures) || format == Report.Format.PDF;
    }

    @Override
    public Written write(CrmSession session, Order order, OutputStream to) throws IOException {
        Report report = order.report();
        if (report.contents() instanceof Contents.Table table) {
            ExportFormat format = new TableFormat(report.title(), table, report.format());
            return contacts(session, order, Scope.of(table.query()), format, to);
        } else if (report.contents() instanceof Contents.Everything everything) {
            return contacts(session, order, Scope.of(everything.query()), whole(order), to);
        }
        return figures(session, order, to);
    }

    private static ExportFormat whole(Order order) {
        Locale language = order.settings().locale();
        return switch (order.report().format()) {
            case CSV -> ContactsCsv.list(CsvDialect.of(language));
            case JSON -> ArchiveJson.document();
            case PDF -> ContactsPdf.everything(language);
        };
    }

    private static String name(Order order) {
        return order.report().key() + order.report().format().ending();
    }

    private static Written contacts(CrmSession session, Order order, Scope scope, ExportFormat format, OutputStream to)
            throws IOException {
        Handed handed = new Handed(to);
        ExportOutcome outcome = new ExportFile(session).deliver(handed, name(order), scope, format, Progress.NONE);
        Manifest manifest = ((ExportOutcome.Written) outcome).manifest();
        return new Written(manifest.rows(), manifest.bytes(), handed.manifest);
    }

    private static Written figures(CrmSession session, Order order, OutputStream to) throws IOException {
        Measured measured = new Measured(to);
        int pages = FiguresPdf.write(
                session.analytics(),
                new CalledBy(session)::name,
                order.report().title(),
                order.settings().locale(),
                order.settings().zone(),
                order.now(),
                measured);
        Manifest manifest = new Manifest(
                name(order),
                FIGURES,
                session.actor().tenant().value(),
                session.actor().name(),
                order.now(),
                "figures",
                0,
                pages,
                measured.bytes(),
                measured.sha256());
        return new Written(pages, manifest.bytes(), ManifestJson.of(manifest).getBytes(StandardCharsets.UTF_8));
    }

    /** Hands what is written on to whoever asked for it. */
    private static final class Handed implements Delivery {
        private final OutputStream to;
        private byte[] manifest = new byte[0];

        Handed(OutputStream to) {
            this.to = to;
        }

        @Override
        public Parcel open(String name) {
            return new Parcel() {
                @Override
                public OutputStream contents() {
                    return to;
                }

                @Override
                public void deliver(byte[] told) {
                    manifest = told;
                }

                @Override
                public void close() {}
            };
        }
    }
}
