package io.crmkit.export;

import java.io.IOException;
import java.io.Reader;

/** The lines of a file that say something, and of one that is too long only that it is. */
final class RecordLines {
    private static final int LONGEST = 64 << 20;

    private final Reader reader;
    private StringBuilder line = new StringBuilder();
    private long number;
    private boolean tooLong;

    RecordLines(Reader reader) {
        this.reader = reader;
    }

    /** Whether there is one more. */
    boolean next() throws IOException {
        do {
            if (!read()) {
                return false;
            }
        } while (!tooLong && line.toString().isBlank());
        return true;
    }

    private boolean read() throws IOException {
        line = new StringBuilder();
        tooLong = false;
        number++;
        int c = reader.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() < LONGEST) {
                line.append((char) c);
            } else {
                tooLong = true;
            }
        }
        return true;
    }

    String text() {
        return line.toString();
    }

    /** From 1. */
    long number() {
        return number;
    }

    boolean tooLong() {
        return tooLong;
    }
}
