package io.crmkit.dashboard;

import io.crmkit.dossier.Scope;
import io.crmkit.export.ArchiveJson;
import io.crmkit.export.ContactsCsv;
import io.crmkit.export.CsvDialect;
import io.crmkit.export.ExportFormat;
import io.crmkit.export.MessagesCsv;
import io.crmkit.export.pdf.ContactsPdf;
import io.crmkit.privacy.Permission;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Takes contacts out, written as they are sent. */
record Exporting(Visit visit) {
    /** How they can be written. */
    enum Format {
        CSV("text/csv; charset=utf-8", "contacts", "csv"),
        MESSAGES("text/csv; charset=utf-8", "messages", "csv"),
        JSON("application/json", "archive", "json"),
        PDF("application/pdf", "contacts", "pdf"),
        PDF_SHEETS("application/pdf", "sheets", "pdf");

        private final String type;
        private final String name;
        private final String ending;

        Format(String type, String name, String ending) {
            this.type = type;
            this.name = name;
            this.ending = ending;
        }

        private ExportFormat writer(Locale language) {
            return switch (this) {
                case CSV -> ContactsCsv.list(CsvDialect.of(language));
                case MESSAGES -> new MessagesCsv(CsvDialect.of(language));
                case JSON -> ArchiveJson.document();
                case PDF -> ContactsPdf.list(language);
                case PDF_SHEETS -> ContactsPdf.sheets(language);
            };
        }
    }

    Answer show() {
        return visit.may(Permission.EXPORT) && visit.reveals()
                ? Answer.show(
                        "exports",
                        new ExportView(
                                visit.frame("exports", visit.words().say("way.exports")), Filter.of(visit.request())))
                : Answer.problem(403, "denied");
    }

    Answer download() {
        if (!visit.may(Permission.EXPORT) || !visit.reveals()) {
            return Answer.problem(403, "denied");
        }
        Format format =
                Given.oneOf(Format.class, visit.request().given("format")).orElseThrow(BadForm::new);
        Scope scope = Optional.of(visit.request().given("contact"))
                .flatMap(Given::contact)
                .map(Scope::of)
                .orElseGet(this::filtered);
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.settings().zone());
        return new Answer.Download(
                format.type, format.name + "-" + today + "." + format.ending, out -> write(format, scope, out));
    }

    private Scope filtered() {
        Filter filter = Filter.given(visit.request());
        return filter.equals(Filter.NONE)
                ? Scope.EVERYTHING
                : Scope.of(filter.query(visit.settings().zone()));
    }

    private void write(Format format, Scope scope, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        try {
            visit.session().export(scope, snapshot -> {
                try {
                    return format.writer(visit.words().locale()).write(snapshot, buffered, () -> true);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        buffered.flush();
    }
}
