package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.dossier.Scope;
import io.crmkit.export.ArchiveJson;
import io.crmkit.export.ContactsCsv;
import io.crmkit.export.CsvDialect;
import io.crmkit.export.ExportFile;
import io.crmkit.export.ExportFormat;
import io.crmkit.export.ExportOutcome;
import io.crmkit.export.Progress;
import io.crmkit.export.pdf.ContactsPdf;
import io.crmkit.tenant.TenantSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file that everything is written to, in the format its name tells. */
record ExportedFile(Path file, ExportFormat format) {
    static Optional<ExportedFile> of(Optional<Path> file) throws CannotRun {
        return file.isPresent()
                ? Optional.of(new ExportedFile(
                        file.get(), format(file.get().toString().toLowerCase(Locale.ROOT))))
                : Optional.empty();
    }

    private static ExportFormat format(String name) throws CannotRun {
        if (name.endsWith(".csv")) {
            return ContactsCsv.list(CsvDialect.of(TenantSettings.DEFAULT.locale()));
        } else if (name.endsWith(".json")) {
            return ArchiveJson.document();
        } else if (name.endsWith(".jsonl")) {
            return ArchiveJson.lines();
        } else if (name.endsWith(".pdf")) {
            return ContactsPdf.everything(TenantSettings.DEFAULT.locale());
        }
        throw new CannotRun("--export takes a file whose name ends in .csv, .json, .jsonl or .pdf");
    }

    void write(CrmSession clinic, PrintStream out) throws CannotRun {
        try {
            ExportOutcome outcome = new ExportFile(clinic).write(file, Scope.EVERYTHING, format, Progress.NONE);
            if (outcome instanceof ExportOutcome.Written written) {
                out.println("Exported: " + written.manifest().contacts() + " contacts to " + file + ".");
            }
        } catch (IOException failed) {
            throw new CannotRun("Cannot export to " + file + ": " + failed.getMessage(), failed);
        }
    }
}
