package io.crmkit.export;

import io.crmkit.consent.Consent;
import io.crmkit.rights.Disclosure;
import io.crmkit.rights.Viewing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What a person is told as one JSON document, to be handed to them: the contact and the entries of the timeline as
 * {@link ArchiveJson} writes them, what they agreed to, and who had to do with their data. To be read rather than taken
 * over, there is {@link io.crmkit.export.pdf.ContactsPdf}.
 *
 * @since 0.1
 */
public final class DisclosureJson {
    /** What the document says it is. */
    public static final String SCHEMA = "crm-disclosure/1";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private DisclosureJson() {}

    /** Writes it in UTF-8; the stream is flushed and stays open. */
    public static void write(Disclosure disclosure, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), writer);
        JsonOut json = new JsonOut(generator);
        json.begin()
                .text("schema", SCHEMA)
                .time("at", disclosure.at())
                .flag("restricted", disclosure.restricted())
                .named("contact");
        new PortraitWriter(json).write(disclosure.portrait(), disclosure.summary());
        EntryWriter entries = new EntryWriter(json);
        json.list("timeline", disclosure.entries(), entries::write)
                .each("consents", disclosure.consents(), consent -> consent(json, consent))
                .each("viewings", disclosure.viewings(), viewing -> viewing(json, viewing))
                .end();
        generator.flush();
        writer.write("\n");
        writer.flush();
    }

    private static void consent(JsonOut json, Consent consent) {
        json.word("purpose", consent.purpose())
                .text("channel", consent.channel())
                .text("said", consent.granted() ? "granted" : "withdrawn")
                .time("at", consent.at())
                .time("recordedAt", consent.recordedAt())
                .word("evidence", consent.evidence().kind())
                .id("entryId", consent.evidence().interaction())
                .text("by", consent.evidence().by())
                .text("textVersion", consent.evidence().textVersion());
    }

    private static void viewing(JsonOut json, Viewing viewing) {
        json.time("at", viewing.at())
                .text("actor", viewing.actor())
                .text("role", viewing.role())
                .text("action", viewing.action())
                .word("outcome", viewing.outcome())
                .text("fields", viewing.fields())
                .text("purpose", viewing.purpose());
    }
}
