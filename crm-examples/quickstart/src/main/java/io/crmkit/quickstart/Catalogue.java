package io.crmkit.quickstart;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a business offers, as a file tells it: {@code {"country","default_area_code","currency","services":{trade:{code:
 * [what customers call it]}},"staff":{trade:[name]},"branches":[name],"insurers":[name]}}; only services are needed.
 */
final class Catalogue {
    private static final JsonMapper JSON = new JsonMapper();

    private Catalogue() {}

    static BusinessContext in(Path file) throws CannotRun {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new CannotRun("Cannot read the catalogue " + file, unreadable);
        } catch (JacksonException notJson) {
            throw new CannotRun("The catalogue " + file + " is no JSON document", notJson);
        }
    }

    private static BusinessContext of(byte[] json) throws CannotRun {
        JsonNode file = JSON.readTree(json);
        if (!file.path("services").isObject()) {
            throw new CannotRun(
                    "The catalogue needs \"services\": {\"trade\": {\"code\": [\"what customers call it\"]}}");
        }
        List<CatalogueEntry> services = new ArrayList<>();
        file.path("services")
                .forEachEntry((trade, offered) -> offered.forEachEntry(
                        (code, names) -> services.add(new CatalogueEntry(code, code.replace('_', ' '), texts(names)))));
        List<CatalogueEntry> staff = new ArrayList<>();
        file.path("staff").forEach(names -> staff.addAll(named(names)));
        return new BusinessContext(
                file.path("country").asString("AR"),
                file.path("default_area_code").asString(""),
                file.path("currency").asString("ARS"),
                services,
                staff,
                named(file.path("branches")),
                named(file.path("insurers")),
                UUID.nameUUIDFromBytes(json).toString());
    }

    private static List<CatalogueEntry> named(JsonNode names) {
        return texts(names).stream()
                .map(name -> new CatalogueEntry(name, name, List.of()))
                .toList();
    }

    private static List<String> texts(JsonNode names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add(name.asString("")));
        return texts;
    }
}
