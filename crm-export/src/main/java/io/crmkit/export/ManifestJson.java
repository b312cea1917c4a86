package io.crmkit.export;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A manifest as JSON. */
final class ManifestJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ManifestJson() {}

    static String of(Manifest manifest) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", manifest.file());
            json.writeStringProperty("schema", manifest.schema());
            json.writeStringProperty("tenant", manifest.tenant());
            json.writeStringProperty("actor", manifest.actor());
            json.writeStringProperty("asOf", manifest.asOf().toString());
            json.writeStringProperty("scope", manifest.scope());
            json.writeNumberProperty("contacts", manifest.contacts());
            json.writeNumberProperty("rows", manifest.rows());
            json.writeNumberProperty("bytes", manifest.bytes());
            json.writeStringProperty("sha256", manifest.sha256());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }
}
