package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditVerdict;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Who did what with whose data, the oldest first, and whether that record is sound. */
final class AuditSheet {
    private static final int AT_ONCE = 500;
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** As many as somebody reads. */
    private static final int LISTED = 200;

    private final CrmSession clinic;
    private final AuditVerdict verdict;

    /** Seals what there is by now and looks at all of it. */
    AuditSheet(CrmSession clinic) {
        this.clinic = clinic;
        clinic.audit().seal();
        verdict = clinic.audit().verify();
    }

    void print(PrintStream out, Times times, Style style) {
        out.println();
        out.println(style.bold("AUDIT") + " " + style.dim("─".repeat(Screen.WIDTH - 6)));
        Deque<AuditEntry> newest = new ArrayDeque<>();
        Page<AuditEntry> page = clinic.audit().page(AuditQuery.EVERYTHING, null, LISTED);
        page.items().forEach(newest::push);
        for (AuditEntry entry : newest) {
            out.println("  " + style.dim(Columns.left(times.moment(entry.at()), 17)) + "  "
                    + Columns.left(Columns.printable(entry.actor()), 12) + "  "
                    + Columns.left(Screen.word(entry.outcome()), 10) + "  " + Columns.left(entry.action(), 20) + "  "
                    + Columns.right(String.valueOf(entry.contacts().size()), 4) + " contacts");
        }
        if (page.next().isPresent()) {
            out.println(style.dim("  …and older ones: --json has all of them."));
        }
        out.println("  " + said());
        out.println();
    }

    private String said() {
        if (verdict instanceof AuditVerdict.Sound sound) {
            return "Sound up to " + sound.upTo() + ", " + sound.unsealed() + " unsealed.";
        }
        AuditVerdict.Tampered tampered = (AuditVerdict.Tampered) verdict;
        return "Tampered with at " + tampered.place() + ": " + Screen.word(tampered.reason()) + ".";
    }

    void writeTo(PrintStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("verdict");
            verdict(json);
            json.writeName("entries");
            json.writeStartArray();
            String cursor = null;
            do {
                cursor = page(json, cursor);
            } while (cursor != null);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void verdict(JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("sound", verdict instanceof AuditVerdict.Sound);
        if (verdict instanceof AuditVerdict.Sound sound) {
            json.writeNumberProperty("upTo", sound.upTo());
            json.writeNumberProperty("unsealed", sound.unsealed());
        } else if (verdict instanceof AuditVerdict.Tampered tampered) {
            json.writeNumberProperty("place", tampered.place());
            json.writeStringProperty("reason", tampered.reason().name());
        }
        json.writeEndObject();
    }

    private @Nullable String page(JsonGenerator json, @Nullable String cursor) {
        Page<AuditEntry> page = clinic.audit().page(AuditQuery.EVERYTHING, cursor, AT_ONCE);
        for (AuditEntry entry : page.items()) {
            json.writeStartObject();
            json.writeStringProperty("at", entry.at().toString());
            json.writeStringProperty("actor", entry.actor());
            json.writeStringProperty("role", entry.role());
            json.writeStringProperty("action", entry.action());
            json.writeStringProperty("outcome", entry.outcome().name());
            json.writeStringProperty("fields", entry.fields());
            json.writeStringProperty("purpose", entry.purpose());
            json.writeStringProperty("request", entry.request());
            json.writeNumberProperty("count", entry.count());
            json.writeName("contacts");
            json.writeStartArray();
            entry.contacts().forEach(contact -> json.writeString(contact.toString()));
            json.writeEndArray();
            json.writeEndObject();
        }
        return page.next().orElse(null);
    }
}
