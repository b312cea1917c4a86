package io.crmkit.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A JDBC URL of a database the program knows. It may hold a password, so it is never printed. */
record DatabaseUrl(String jdbc) {
    static final DatabaseUrl IN_MEMORY = new DatabaseUrl("jdbc:h2:mem:crm-quickstart");

    private static final String H2 = "jdbc:h2:";

    static DatabaseUrl of(String jdbc) throws CannotRun {
        if (!jdbc.startsWith(H2) && !jdbc.startsWith("jdbc:postgresql:")) {
            throw new CannotRun("--db takes jdbc:h2:... or jdbc:postgresql:...");
        }
        return new DatabaseUrl(jdbc);
    }

    boolean h2() {
        return jdbc.startsWith(H2);
    }

    boolean inMemory() {
        return jdbc.startsWith(H2 + "mem:");
    }

    boolean namesUser() {
        return jdbc.toLowerCase(Locale.ROOT).contains(";user=");
    }

    /** Where a demonstration key lies: beside an H2 file, for a database on a server in the user's home. */
    Path keys(String home) throws CannotRun {
        try {
            return h2File(home)
                    .map(file -> Path.of(file + ".keys.json"))
                    .orElseGet(() -> Path.of(home, ".crm-kit", "quickstart.keys.json"));
        } catch (InvalidPathException invalid) {
            throw new CannotRun("--db does not name a file", invalid);
        }
    }

    private Optional<String> h2File(String home) {
        if (!h2()) {
            return Optional.empty();
        }
        int settings = jdbc.indexOf(';');
        String file = jdbc.substring(H2.length(), settings < 0 ? jdbc.length() : settings);
        file = file.startsWith("file:") ? file.substring("file:".length()) : file;
        if (file.startsWith("~/")) {
            return Optional.of(home + file.substring(1));
        }
        // tcp:, ssl:, nio:, zip: and the like; one letter is a drive.
        return file.indexOf(':') > 1 ? Optional.empty() : Optional.of(file);
    }
}
