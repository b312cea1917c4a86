package io.crmkit.export;

import io.crmkit.dossier.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Puts exports into a folder. A file appears when it is whole and on disk, with {@code <file>.manifest.json} beside it;
 * until then, and for ever if the process dies, there is at most a {@code .part}. Files are readable for their owner only.
 *
 * @since 0.1
 */
public final class FolderDelivery implements Delivery {
    private final Path folder;

    /** @param folder that is there */
    public FolderDelivery(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Parcel open(String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (name.isBlank() || !folder.resolve(name).equals(target) || !folder.equals(target.getParent())) {
            throw new IOException("The name of a file has no folder in it");
        }
        return new Part(target, folder.resolve(name + ".manifest.json"));
    }

    /** Two files under other names until both are whole. */
    private final class Part implements Parcel {
        private final Path target;
        private final Path manifest;
        private final Path part;
        private final FileChannel channel;

        Part(Path target, Path manifest) throws IOException {
            this.target = target;
            this.manifest = manifest;
            // Readable for its owner only, as what it holds asks for.
            this.part = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
            this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
        }

        @Override
        public OutputStream contents() {
            return Channels.newOutputStream(channel);
        }

        @Override
        public void deliver(byte[] told) throws IOException {
            channel.force(true);
            channel.close();
            Path beside = Files.createTempFile(folder, "." + manifest.getFileName() + ".", ".part");
            try {
                store(beside, told);
                // An older manifest must not speak for the new file.
                Files.deleteIfExists(manifest);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Files.move(beside, manifest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void store(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
    }
}
