package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.dossier.Scope;
import io.crmkit.dossier.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        Path manifest = folder.resolve(name + ".manifest.json");
        // Readable for its owner only, as what it holds asks for.
        Path part = Files.createTempFile(folder, "." + name + ".", ".part");
        Path told = Files.createTempFile(folder, "." + name + ".manifest.", ".part");
        try {
            ExportOutcome outcome = session.export(scope, snapshot -> written(snapshot, part, name, format, progress));
            if (outcome instanceof ExportOutcome.Written written) {
                store(told, ManifestJson.of(written.manifest()).getBytes(StandardCharsets.UTF_8));
                // An older manifest must not speak for the new file.
                Files.deleteIfExists(manifest);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Files.move(told, manifest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return outcome;
        } catch (UncheckedIOException failed) {
            throw Objects.requireNonNull(failed.getCause());
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(told);
        }
    }

    private ExportOutcome written(Snapshot snapshot, Path part, String name, ExportFormat format, Progress progress) {
        Count count = new Count(progress, snapshot.contacts());
        MessageDigest sha256 = sha256();
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(
                    new DigestOutputStream(Channels.newOutputStream(channel), sha256), 1 << 16);
            long rows = format.write(snapshot, out, count);
            if (count.stopped || !progress.at(count.done, count.of)) {
                return new ExportOutcome.Cancelled(count.done);
            }
            out.flush();
            channel.force(true);
            return new ExportOutcome.Written(new Manifest(
                    name,
                    format.schema(),
                    session.actor().tenant().value(),
                    session.actor().name(),
                    snapshot.asOf().now(),
                    scope(snapshot.scope()),
                    count.done,
                    rows,
                    channel.size(),
                    HexFormat.of().formatHex(sha256.digest())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String scope(Scope scope) {
        return scope instanceof Scope.Chosen chosen
                ? chosen.contacts().size() + " chosen"
                : ((Scope.Matching) scope).query().toString();
    }

    private static void store(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
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
