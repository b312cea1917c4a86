package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.dossier.Delivery;
import io.crmkit.dossier.Scope;
import io.crmkit.dossier.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes contacts to a file. The file appears when it is whole and on disk, with {@code <file>.manifest.json} beside it;
 * until then, and for ever if the process dies, there is at most a {@code .part}. Thread-safe if the session is.
 *
 * @since 0.1
 */
public final class ExportFile {
    private static final int EVERY = 100;

    private final CrmSession session;

    /** @param session whose tenant is written; needs the permission to export */
    public ExportFile(CrmSession session) {
        this.session = session;
    }

    /**
     * Writes a scope.
     *
     * @param file is replaced if it is there
     * @throws IOException if it cannot be written; then nothing is left behind
     */
    public ExportOutcome write(Path file, Scope scope, ExportFormat format, Progress progress) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "file");
        String name = Objects.requireNonNull(target.getFileName(), "file").toString();
        return deliver(new FolderDelivery(folder), name, scope, format, progress);
    }

    /**
     * Writes a scope to wherever exports go.
     *
     * @param name of the file
     * @throws IOException if it cannot be written or delivered; then nothing is left behind
     */
    public ExportOutcome deliver(Delivery to, String name, Scope scope, ExportFormat format, Progress progress)
            throws IOException {
        try (Delivery.Parcel parcel = to.open(name)) {
            ExportOutcome outcome =
                    session.export(scope, snapshot -> written(snapshot, parcel.contents(), name, format, progress));
            if (outcome instanceof ExportOutcome.Written written) {
                parcel.deliver(ManifestJson.of(written.manifest()).getBytes(StandardCharsets.UTF_8));
            }
            return outcome;
        } catch (UncheckedIOException failed) {
            throw Objects.requireNonNull(failed.getCause());
        }
    }

    private ExportOutcome written(
            Snapshot snapshot, OutputStream contents, String name, ExportFormat format, Progress progress) {
        Count count = new Count(progress, snapshot.contacts());
        Measured measured = new Measured(contents);
        try {
            OutputStream out = new BufferedOutputStream(measured, 1 << 16);
            long rows = format.write(snapshot, out, count);
            if (count.stopped || !progress.at(count.done, count.of)) {
                return new ExportOutcome.Cancelled(count.done);
            }
            out.flush();
            return new ExportOutcome.Written(new Manifest(
                    name,
                    format.schema(),
                    session.actor().tenant().value(),
                    session.actor().name(),
                    snapshot.asOf().now(),
                    scope(snapshot.scope()),
                    count.done,
                    rows,
                    measured.bytes(),
                    measured.sha256()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String scope(Scope scope) {
        return scope instanceof Scope.Chosen chosen
                ? chosen.contacts().size() + " chosen"
                : ((Scope.Matching) scope).query().toString();
    }

    /** Tells how far it is every hundred contacts. */
    private static final class Count implements ExportFormat.Each {
        private final Progress progress;
        private final long of;
        private long done;
        private boolean stopped;

        Count(Progress progress, long of) {
            this.progress = progress;
            this.of = of;
        }

        @Override
        public boolean more() {
            stopped = stopped || done % EVERY == 0 && !progress.at(done, of);
            done += stopped ? 0 : 1;
            return !stopped;
        }
    }
}
