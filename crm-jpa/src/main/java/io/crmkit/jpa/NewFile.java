package io.crmkit.jpa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** The making of a file that only its owner may read, at once and never over another. */
final class NewFile {
    private NewFile() {}

    static void write(Path file, byte[] content) {
        Path absolute = file.toAbsolutePath();
        Path folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
        if (!Files.isDirectory(folder)) {
            throw new UnusableKeyset(file, "cannot be made: its folder does not exist");
        }
        try {
            write(folder, absolute, content);
        } catch (FileAlreadyExistsException e) {
            throw new UnusableKeyset(
                    file, "exists already and is never replaced: use KeysetFile.open, or name another file");
        } catch (IOException e) {
            throw new UnusableKeyset(
                    file,
                    "cannot be made (" + e.getClass().getSimpleName() + "): name a folder this process may write");
        }
    }

    private static void write(Path folder, Path file, byte[] content) throws IOException {
        Path draft = Files.createTempFile(folder, "keyset", ".draft", ownerOnly(folder));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            place(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceEntriesOf(folder);
    }

    private static void place(Path draft, Path file) throws IOException {
        try {
            // Unlike a move, a link never replaces what is there.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException noHardLinks) {
            Files.copy(draft, file, StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void forceEntriesOf(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException | UnsupportedOperationException e) {
            // Where a folder cannot be opened, as on Windows, its entries need no forcing.
            return;
        }
    }
}
