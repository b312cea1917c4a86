package io.crmkit.clinic;

import java.io.IOException;

/** One file to be replayed: a webhook's body, or what the business said or its own systems tell. */
public record InputFile(String name, Reading reading) {
    /** How its bytes are had. */
    @FunctionalInterface
    public interface Reading {
        byte[] read(int most) throws IOException;
    }

    /**
     * Its bytes, at most so many.
     *
     * @throws IOException that names the file
     */
    public byte[] read(int most) throws IOException {
        try {
            return reading.read(most);
        } catch (IOException failed) {
            throw new IOException("Cannot read " + name + ": " + failed.getMessage(), failed);
        }
    }
}
