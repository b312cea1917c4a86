package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.export.CsvColumns;
import io.crmkit.export.CsvImport;
import io.crmkit.export.CsvImport.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a CSV file of contacts over and says what became of it. */
final class ContactFile {
    private final CrmSession clinic;
    private final PrintStream out;

    ContactFile(CrmSession clinic, PrintStream out) {
        this.clinic = clinic;
        this.out = out;
    }

    void take(Path file) throws CannotRun {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Report report = new CsvImport(clinic, CsvColumns.standard())
                    .run(reader, false, bad -> out.println("Line " + bad.line() + ": " + bad.reason() + "."));
            out.println("Imported: " + report.created() + " created, " + report.completed() + " completed, "
                    + report.known() + " known, " + report.bad() + " left out.");
        } catch (IOException unreadable) {
            throw new CannotRun("Cannot import " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
