package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.StatusReached;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimelineJsonTest {
    private static final TenantId TENANT = TenantId.of("clinica-norte");
    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", "100000000000001");
    private static final Instant TEN = Instant.parse("2026-03-10T13:00:00Z");
    private static final Party ANA = Party.of(
                    Identifier.phone("5491155550101"), Identifier.whatsAppUser("900", "AR.ANA1"))
            .named("Ana");

    private final AtomicLong ids = new AtomicLong();
    private final Crm crm = Crm.create(new InMemoryStorage())
            .clock(InstantSource.fixed(Instant.parse("2026-03-20T12:00:00.123456Z")))
            .ids(() -> new UUID(0, ids.incrementAndGet()))
            .build();
    private final CrmSession clinic = crm.as(Actor.system(TENANT));

    @Test
    void anEmptyTenantIsAnEmptyDocument() {
        assertThat(document()).isEqualTo("{\"contacts\":[],\"setAside\":[]}");
    }

    @Test
    @Requirement({"CAP-1", "CAP-2", "CAP-7", "CTX-2"})
    void aContactIsWrittenWithAllItsFields() {
        clinic.capture(
                said("in-1", 0, fromAnAdvertisement("Hola, ¿tienen turno?")),
                answered("out-1", 60, Author.BOT, "¡Hola Ana! Sí."),
                changed("out-1", new StatusReached(DeliveryState.READ, TEN.plusSeconds(90))),
                answered("out-2", 120, Author.AGENT, "¿A las 15?"),
                changed(
                        "out-2",
                        new StatusReached(
                                DeliveryState.FAILED,
                                TEN.plusSeconds(121),
                                new ProviderError(131026, "Undeliverable", "Old client"))),
                changed("in-1", new Reacted(Author.AGENT, TEN.plusSeconds(130), "👍")));

        String document = document(new SetAsideFile("09.json", "not JSON"));

        String contact = id(document, 0);
        assertThat(document)
                .isEqualTo("{\"contacts\":[{\"id\":\"" + contact + "\",\"displayName\":\"Ana\",\"identifiers\":["
                        + "{\"scheme\":\"phone\",\"scope\":\"\",\"value\":\"5491155550101\"},"
                        + "{\"scheme\":\"whatsapp_user_id\",\"scope\":\"900\",\"value\":\"AR.ANA1\"}],"
                        + "\"status\":\"active\",\"firstContactAt\":\"2026-03-10T13:00:00Z\","
                        + "\"lastContactAt\":\"2026-03-10T13:02:00Z\",\"initialInquiry\":{"
                        + "\"text\":\"Hola, ¿tienen turno?\",\"referral\":{\"sourceType\":\"ad\",\"sourceId\":\"77\","
                        + "\"sourceUrl\":null,\"headline\":\"Blanqueamiento\",\"body\":null,\"clickId\":\"c-1\","
                        + "\"ref\":null}},\"interactions\":3,\"conversations\":[{\"id\":\"" + id(document, 1)
                        + "\",\"channel\":\"whatsapp\",\"openedAt\":\"2026-03-10T13:00:00Z\",\"closedAt\":null,"
                        + "\"status\":\"open\",\"entries\":["
                        + "{\"kind\":\"message\",\"from\":\"customer\",\"type\":\"text\","
                        + "\"text\":\"Hola, ¿tienen turno?\",\"occurredAt\":\"2026-03-10T13:00:00Z\","
                        + "\"receivedAt\":\"2026-03-20T12:00:00.123456Z\",\"state\":\"received\",\"error\":null,"
                        + "\"providerId\":\"in-1\",\"reactions\":[{\"from\":\"agent\",\"emoji\":\"👍\"}]},"
                        + "{\"kind\":\"message\",\"from\":\"bot\",\"type\":\"text\",\"text\":\"¡Hola Ana! Sí.\","
                        + "\"occurredAt\":\"2026-03-10T13:01:00Z\","
                        + "\"receivedAt\":\"2026-03-20T12:00:00.123456Z\",\"state\":\"read\",\"error\":null,"
                        + "\"providerId\":\"out-1\"},"
                        + "{\"kind\":\"message\",\"from\":\"agent\",\"type\":\"text\",\"text\":\"¿A las 15?\","
                        + "\"occurredAt\":\"2026-03-10T13:02:00Z\","
                        + "\"receivedAt\":\"2026-03-20T12:00:00.123456Z\",\"state\":\"failed\","
                        + "\"error\":{\"code\":131026,\"title\":\"Undeliverable\",\"details\":\"Old client\"},"
                        + "\"providerId\":\"out-2\"}]}],\"facts\":[],\"insights\":{\"sentiment\":{\"positive\":0,"
                        + "\"neutral\":0,\"mixed\":0,\"negative\":0,\"score\":0.0,\"trend\":\"steady\","
                        + "\"frustrated\":0},\"messages\":[]},\"appointments\":[],\"spend\":[],"
                        + "\"habits\":{\"bookings\":0},\"suggestions\":[],"
                        + "\"segments\":[{\"key\":\"new\",\"since\":\"2026-03-10T13:00:00Z\","
                        + "\"because\":\"first contact 2026-03-10T13:00:00Z\"}]}],"
                        + "\"setAside\":[{\"file\":\"09.json\",\"reason\":\"not JSON\"}]}");
    }

    @Test
    void aDeletedMessageKeepsItsPlaceAndWithholdsItsText() {
        clinic.capture(
                said("in-1", 0, Content.text("Mi clave es azul")),
                changed("in-1", new MessageDeleted(TEN.plusSeconds(30))),
                said("in-2", 60, Content.text("Perdon, el martes")),
                changed("in-2", new MessageEdited(TEN.plusSeconds(90), Content.text("Perdón, el miércoles"))));

        assertThat(document())
                .contains("\"type\":\"text\",\"text\":null,")
                .contains("\"providerId\":\"in-1\",\"deletedAt\":\"2026-03-10T13:00:30Z\"")
                .contains("\"text\":\"Perdón, el miércoles\"")
                .contains("\"providerId\":\"in-2\",\"editedAt\":\"2026-03-10T13:01:30Z\"")
                .doesNotContain("azul", "martes");
    }

    @Test
    void anEventIsAnEntryWithoutState() {
        clinic.capture(
                said("in-1", 0, Content.text("Gracias")),
                new HappeningEvent(
                        ref("end-1"), ANA, EventKind.CONVERSATION_ENDED, TEN.plusSeconds(60), Content.text("Resuelto")),
                said("in-2", 7200, Content.text("Una cosa más")));

        assertThat(document())
                .contains("{\"kind\":\"event\",\"from\":\"system\",\"type\":\"conversation_ended\","
                        + "\"text\":\"Resuelto\",\"occurredAt\":\"2026-03-10T13:01:00Z\","
                        + "\"receivedAt\":\"2026-03-20T12:00:00.123456Z\",\"state\":null,\"error\":null,"
                        + "\"providerId\":\"end-1\"}")
                .contains("\"openedAt\":\"2026-03-10T13:00:00Z\",\"closedAt\":\"2026-03-10T13:01:00Z\","
                        + "\"status\":\"closed\"")
                .contains("\"openedAt\":\"2026-03-10T15:00:00Z\",\"closedAt\":null,\"status\":\"open\"");
    }

    @Test
    @Requirement("LST-4")
    void aContactWithoutPhoneNameOrMessageIsThere() {
        Party listed = Party.of(Identifier.whatsAppUser("900", "AR.NOBODY"));
        clinic.capture(new IdentityEvent(ACCOUNT, listed, TEN, true));

        assertThat(document())
                .contains("\"displayName\":null,\"identifiers\":[{\"scheme\":\"whatsapp_user_id\","
                        + "\"scope\":\"900\",\"value\":\"AR.NOBODY\"}],\"status\":\"inactive\","
                        + "\"firstContactAt\":null,\"lastContactAt\":null,"
                        + "\"initialInquiry\":{\"text\":null,\"referral\":null},"
                        + "\"interactions\":0,\"conversations\":[]");
    }

    @Test
    @Requirement("CTX-1")
    void theOrderDoesNotDependOnTheOrderOfArrival() {
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Party somebody = Party.of(Identifier.phone("54911555502" + (10 + i % 10)));
            events.add(MessageEvent.received(ref("in-" + i), somebody, TEN.plusSeconds(i / 20), Content.text("m" + i)));
        }
        clinic.capture(events);
        String inOrder = withoutIds(document());
        Collections.shuffle(events, new Random(4));
        CrmSession other = crm.as(Actor.system(TenantId.of("otra")));
        other.capture(events);

        assertThat(withoutIds(document(other))).isEqualTo(inOrder);
    }

    @Test
    @Requirement("PRO-2")
    void everyPageIsWrittenOnce() {
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            events.add(said("in-" + i, i, Content.text("mensaje " + i)));
            Party somebody = Party.of(Identifier.phone("549115556" + (1000 + i)));
            events.add(MessageEvent.received(ref("alone-" + i), somebody, TEN.plusSeconds(i), Content.text("solo")));
        }
        clinic.capture(events);

        String document = document();
        for (int i = 0; i < 450; i++) {
            assertThat(document).containsOnlyOnce("\"providerId\":\"in-" + i + "\"");
            assertThat(document).containsOnlyOnce("\"providerId\":\"alone-" + i + "\"");
        }
        assertThat(document.indexOf("\"mensaje 199\"")).isLessThan(document.indexOf("\"mensaje 200\""));
    }

    @Test
    void textThatHasNoFormInUtf8IsReplacedAndNothingElseIsLost() {
        clinic.capture(said("in-1", 0, Content.text("a\uD83Db \u0000 \"c\" 😀")));

        assertThat(document()).contains("\"text\":\"a\uFFFDb \\u0000 \\\"c\\\" 😀\"");
    }

    @Test
    void aDocumentThatBreaksOffDoesNotLookComplete() {
        clinic.capture(said("in-1", 0, Content.text("Hola")));
        CrmSession lister = crm.as(Actor.person(TENANT, "u-1", Role.AGENT));
        CrmSession stranger = crm.as(Actor.person(TENANT, "u-2"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(document(lister)).contains("in-1");
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> new TimelineJson(stranger).writeTo(out, List.of()));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("}");
    }

    @Test
    void aStreamThatCannotBeWrittenIsReported() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new TimelineJson(clinic).writeTo(full, List.of()))
                .withMessageContaining("disk full");
    }

    private String document(SetAsideFile... setAside) {
        return document(clinic, setAside);
    }

    private static String document(CrmSession session, SetAsideFile... setAside) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TimelineJson(session).writeTo(out, List.of(setAside));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String withoutIds(String document) {
        return document.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"\"");
    }

    private static String id(String document, int index) {
        return document.split("\"id\":\"")[index + 1].substring(0, 36);
    }

    private static Content fromAnAdvertisement(String text) {
        Content plain = Content.text(text);
        return new Content(
                plain.type(),
                plain.text(),
                List.of(),
                null,
                List.of(),
                null,
                new Referral("ad", "77", null, "Blanqueamiento", null, "c-1", null),
                null,
                false,
                List.of(),
                "Ana",
                null);
    }

    private static InboundEvent said(String id, int second, Content content) {
        return MessageEvent.received(ref(id), ANA, TEN.plusSeconds(second), content);
    }

    private static InboundEvent answered(String id, int second, Author by, String text) {
        return MessageEvent.sent(ref(id), ANA, by, TEN.plusSeconds(second), Content.text(text));
    }

    private static InboundEvent changed(String id, MessageUpdate update) {
        return new UpdateEvent(ref(id), ANA, update);
    }

    private static ProviderRef ref(String id) {
        return new ProviderRef(ACCOUNT, id);
    }
}
