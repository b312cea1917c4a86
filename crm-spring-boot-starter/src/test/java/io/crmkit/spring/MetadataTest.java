package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor tells a developer about the properties. */
@Requirement("HST-1")
class MetadataTest {
    private final Map<String, JsonNode> told = told();

    @Test
    void everyPropertyIsToldOf() {
        List<String> all = new ArrayList<>();
        names("crm", CrmProperties.class, all);
        names("crm.whatsapp", WhatsAppProperties.class, all);
        names("crm.dashboard", DashboardProperties.class, all);
        all.add("management.health.crm.enabled");
        assertThat(told.keySet()).isEqualTo(new TreeSet<>(all));
    }

    @Test
    void everyPropertyHasATypeAndASentence() {
        assertThat(told).allSatisfy((name, property) -> {
            assertThat(property.path("type").asString("")).isNotEmpty();
            assertThat(property.path("description").asString("")).matches("[A-Z].*\\.");
        });
    }

    @Test
    void theDefaultsToldAreThoseInForce() {
        TenantSettings inForce = TenantSettings.DEFAULT;
        assertThat(byDefault("zone")).isEqualTo(inForce.zone().getId());
        assertThat(Locale.forLanguageTag(byDefault("locale"))).isEqualTo(inForce.locale());
        assertThat(byDefault("country")).isEqualTo(inForce.country());
        assertThat(byDefault("currency")).isEqualTo(inForce.currency());
        assertThat(byDefault("silence")).isEqualTo(inForce.silence().toHours() + "h");
        assertThat(byDefault("inactive-after")).isEqualTo(Integer.toString(inForce.inactiveAfter()));
    }

    private String byDefault(String setting) {
        return told.get("crm.settings." + setting).path("defaultValue").asString();
    }

    private static void names(String prefix, Class<?> properties, List<String> all) {
        for (RecordComponent component : properties.getRecordComponents()) {
            String name = prefix + "." + dashed(component.getName());
            Class<?> type = component.getType();
            if (type.isRecord()) {
                names(name, type, all);
            } else {
                all.add(name);
            }
        }
    }

    private static String dashed(String name) {
        StringBuilder dashed = new StringBuilder();
        name.chars()
                .forEach(c -> dashed.append(
                        Character.isUpperCase(c) ? "-" + (char) Character.toLowerCase(c) : "" + (char) c));
        return dashed.toString();
    }

    private static Map<String, JsonNode> told() {
        Map<String, JsonNode> properties = new TreeMap<>();
        try (InputStream metadata =
                MetadataTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            new JsonMapper()
                    .readTree(metadata)
                    .path("properties")
                    .forEach(each -> properties.put(each.path("name").asString(), each));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return properties;
    }
}
