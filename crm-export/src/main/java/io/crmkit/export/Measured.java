package io.crmkit.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what passes through. */
final class Measured extends FilterOutputStream {
    private final MessageDigest sha256;
    private long bytes;

    Measured(OutputStream out) {
        super(out);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
        sha256.update(some, from, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** In hexadecimal digits; once. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
