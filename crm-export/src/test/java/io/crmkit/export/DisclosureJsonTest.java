package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person is handed has everything of theirs, and nothing of anybody else. */
@Requirement("PRV-4")
class DisclosureJsonTest {
    private static final Instant TEN = Instant.parse("2026-03-10T13:00:00Z");
    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", "100000000000001");
    private static final List<String> CANARIES = List.of(
            "Ana Zabala",
            "5491155550101",
            "quiero una limpieza",
            "prefers mornings",
            "Acme",
            "alergica",
            "terms-canary",
            "VIEW_CONTACT",
            "support-canary");

    private static MessageEvent said(String id, Identifier by, String name, String text) {
        return MessageEvent.received(new ProviderRef(ACCOUNT, id), Party.of(by).named(name), TEN, Content.text(text));
    }

    @Test
    void everythingOfAPersonIsInTheDocumentAndNothingOfOthers() throws IOException {
        Crm crm = Crm.create(new InMemoryStorage())
                .clock(InstantSource.fixed(TEN.plusSeconds(3_600)))
                .build();
        CrmSession clinic = crm.as(Actor.system(TenantId.of("clinica-norte")));
        clinic.capture(
                said("m1", Identifier.phone("5491155550101"), "Ana Zabala", "quiero una limpieza"),
                said("m2", Identifier.phone("5491155550102"), "Bruno Quispe", "soy otro canario"));
        ContactId ana = clinic.searchContacts("zabala", null, 1).items().get(0).contact();
        clinic.note(ana, "prefers mornings");
        clinic.tag(ana, Tag.of("alergica"));
        clinic.verdicts().state(ana, FactType.COMPANY, "", new FactValue.Text("Acme"));
        clinic.privacy().consent(ana, Purpose.MARKETING, "whatsapp", true, "terms-canary");
        crm.as(clinic.actor().forPurpose("support-canary")).profile(ana);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        DisclosureJson.write(clinic.privacy().access(ana).orElseThrow(), bytes);

        String document = bytes.toString(StandardCharsets.UTF_8);
        assertThat(document).contains(CANARIES).doesNotContain("Quispe", "5491155550102", "otro canario");
        assertThat(document)
                .startsWith("{\"schema\":\"" + DisclosureJson.SCHEMA + "\",\"at\":\"2026-03-10T14:00:00Z\"")
                .endsWith("}\n")
                .containsOnlyOnce("\"record\":\"entry\"")
                .contains("\"said\":\"granted\"", "\"verdict\":\"accepted\"");
    }
}
