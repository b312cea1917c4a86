package io.crmkit.export;

/** A record says something that cannot be. The message tells where in it, without personal data. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String where, String what) {
        super(where.isEmpty() ? what : where + ": " + what, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
