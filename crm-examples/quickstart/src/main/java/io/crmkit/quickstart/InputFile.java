package io.crmkit.quickstart;

import java.io.IOException;

/** One file to be replayed: a webhook's body or something the business sent. */
record InputFile(String name, Reading reading) {
    /** How its bytes are had. */
    interface Reading {
        byte[] read(int most) throws IOException;
    }

    /** Its bytes, at most so many. */
    byte[] read(int most) throws CannotRun {
        try {
            return reading.read(most);
        } catch (IOException failed) {
            throw new CannotRun("Cannot read " + name + ": " + failed.getMessage(), failed);
        }
    }
}
