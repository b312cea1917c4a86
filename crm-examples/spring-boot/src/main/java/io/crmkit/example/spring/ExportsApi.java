package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.dossier.Scope;
import io.crmkit.export.ArchiveJson;
import io.crmkit.export.ContactsCsv;
import io.crmkit.export.CsvDialect;
import io.crmkit.export.ExportFormat;
import io.crmkit.export.pdf.ContactsPdf;
import io.crmkit.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Contacts taken out, written to the answer as they are read, however many. An export that fails on the way breaks the
 * connection off, so that it does not look whole.
 */
@RestController
final class ExportsApi {
    private final Contacts contacts;
    private final Tenants tenants;

    ExportsApi(Contacts contacts, Tenants tenants) {
        this.contacts = contacts;
        this.tenants = tenants;
    }

    /** Those that fulfil the parameters of the list; all without any. */
    @GetMapping("/api/exports")
    void export(
            CrmSession session, @RequestParam String format, HttpServletRequest request, HttpServletResponse response) {
        ListQuery asked = contacts.asked(request, "format");
        write(session, asked.none() ? Scope.EVERYTHING : Scope.of(asked.query()), format, "contacts", response);
    }

    @GetMapping("/api/contacts/{id}/export")
    void export(
            CrmSession session,
            @PathVariable String id,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response) {
        ContactId contact = Words.contact(id);
        if (session.profile(contact).isEmpty()) {
            throw Refused.unknownContact();
        }
        write(session, Scope.of(contact), format, contact.toString(), response);
    }

    private void write(CrmSession session, Scope scope, String format, String name, HttpServletResponse response) {
        Locale language = tenants.settings(session.actor().tenant()).locale();
        Form form = switch (format) {
            case "csv" -> new Form("text/csv;charset=UTF-8", ContactsCsv.list(CsvDialect.of(language)));
            case "json" -> new Form("application/json", ArchiveJson.document());
            case "pdf" -> new Form("application/pdf", ContactsPdf.everything(language));
            default -> throw Refused.parameter("format", "It is csv, json or pdf.");
        };
        try {
            session.export(scope, snapshot -> {
                response.setContentType(form.type());
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                try {
                    return form.format().write(snapshot, response.getOutputStream(), () -> true);
                } catch (IOException brokenOff) {
                    throw new UncheckedIOException(brokenOff);
                }
            });
        } catch (IllegalArgumentException unknown) {
            throw Refused.parameter("segment", String.valueOf(unknown.getMessage()));
        }
    }

    private record Form(String type, ExportFormat format) {}
}
