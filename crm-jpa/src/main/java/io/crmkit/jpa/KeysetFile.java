package io.crmkit.jpa;

import io.crmkit.privacy.KeyService;
import io.crmkit.privacy.WrongKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * A root key in a file, for hosts without a key service: a Tink keyset as JSON, not encrypted, so that whoever reads the
 * file reads the data. Keep it away from the database and its backups, and keep a copy: without it the data is lost.
 * Thread-safe; the file is read once.
 *
 * @since 0.1
 */
public final class KeysetFile implements KeyService {
    private static final int SIZE_LIMIT = 65_536;

    private final Path file;
    private final Keyset root;

    private KeysetFile(Path file, Keyset root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Makes a new root key and the file that holds it. Where the file system knows hard links the file appears complete
     * or not at all; on POSIX only its owner may read it, elsewhere whoever the folder lets. It is on the disk when this
     * returns.
     *
     * @throws UnusableKeyset if the file exists, which is never replaced, or cannot be written
     */
    public static KeysetFile create(Path file) {
        NewFile.write(file, Keyset.fresh().json().getBytes(StandardCharsets.UTF_8));
        return open(file);
    }

    /**
     * Opens a file that {@link #create} made, or any Tink keyset of AEAD keys in JSON.
     *
     * @throws UnusableKeyset if the file is missing, cannot be read or holds no complete keyset
     */
    public static KeysetFile open(Path file) {
        String json = new String(contentOf(file), StandardCharsets.UTF_8);
        try {
            return new KeysetFile(file, Keyset.ofJson(json));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnusableKeyset(
                    file, "holds no complete keyset (" + e.getClass().getSimpleName() + "): restore it from its copy");
        }
    }

    private static byte[] contentOf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(SIZE_LIMIT + 1);
            if (content.length > SIZE_LIMIT) {
                throw new UnusableKeyset(file, "is too big for a keyset: name the file that KeysetFile.create made");
            } else if (content.length == 0) {
                throw new UnusableKeyset(file, "is empty: restore it from its copy");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new UnusableKeyset(
                    file,
                    "is missing: restore it from its copy, or, where nothing has been sealed yet, make one with"
                            + " KeysetFile.create");
        } catch (AccessDeniedException e) {
            throw new UnusableKeyset(file, "may not be read: give this process the permission to read it");
        } catch (IOException e) {
            throw new UnusableKeyset(
                    file, "cannot be read (" + e.getClass().getSimpleName() + "): name a file that can");
        }
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) {
        return root.wrap(key, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        try {
            return root.unwrap(wrapped, context);
        } catch (GeneralSecurityException e) {
            throw new WrongKey(
                    "The root key in " + file + " did not wrap what is stored, or what is stored has changed:"
                            + " give the keyset file the data was sealed with");
        }
    }

    /** With the path, without the key. */
    @Override
    public String toString() {
        return "KeysetFile[" + file + "]";
    }
}
