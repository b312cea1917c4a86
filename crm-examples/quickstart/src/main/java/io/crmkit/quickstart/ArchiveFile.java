package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.export.ArchiveImport;
import io.crmkit.export.ArchiveImport.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Takes everything of an archive over and says what became of it. */
final class ArchiveFile {
    private final CrmSession clinic;
    private final PrintStream out;

    ArchiveFile(CrmSession clinic, PrintStream out) {
        this.clinic = clinic;
        this.out = out;
    }

    /** Whether a file is one, by its name. */
    static boolean is(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".jsonl");
    }

    void take(Path file) throws CannotRun {
        try (InputStream in = Files.newInputStream(file)) {
            Report report = new ArchiveImport(clinic)
                    .run(in, bad -> out.println("Line " + bad.line() + ": " + bad.reason() + "."));
            out.println("Taken over: " + report.contacts() + " contacts with " + report.entries() + " entries, "
                    + report.bad() + " records left out.");
        } catch (IOException unreadable) {
            throw new CannotRun("Cannot import " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
