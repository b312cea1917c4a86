package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Referral;
import io.crmkit.profile.InitialInquiry;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the first messages of somebody leave behind. */
abstract class FirstContactRules extends StorageRules {
    private static final Referral ADVERTISEMENT =
            new Referral("ad", "120", "https://fb.me/x", "Limpieza", "20 % en marzo", "click-7", null);

    FirstContactRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    @Requirement({"CAP-1", "CAP-12"})
    void theFirstMessageOfAnUnknownSenderMakesTheContact() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Ana Paz"), MONDAY, "¿Tienen turno mañana?"));
        ContactSummary ana = onlyContact(clinic);
        assertThat(ana.contact().identifiers()).containsExactly(ANA);
        assertThat(ana.contact().displayName()).contains("Ana Paz");
        assertThat(ana.contact().status()).isEqualTo(ContactStatus.ACTIVE);
        assertThat(ana.activity().firstContactAt()).contains(MONDAY);
        assertThat(clinic.profile(ana.id()).orElseThrow().inquiry())
                .contains(new InitialInquiry("¿Tienen turno mañana?", null));
    }

    @Test
    @Requirement("CAP-1")
    void theAdvertisementThatBroughtThemStaysWithTheFirstInquiry() {
        CrmSession clinic = clinic();
        Content image = new Content(
                "image", null, List.of(), null, List.of(), null, ADVERTISEMENT, null, false, List.of(), null, "{}");
        clinic.capture(MessageEvent.received(ref("m1"), Party.of(ANA), MONDAY, image));
        clinic.capture(said("m2", Party.of(ANA), minute(1), "Hola, ¿precio?"));
        clinic.capture(said("m3", Party.of(ANA), hour(100), "Gracias"));
        assertThat(clinic.profile(onlyContact(clinic).id()).orElseThrow().inquiry())
                .contains(new InitialInquiry("Hola, ¿precio?", ADVERTISEMENT));
    }

    @Test
    @Requirement({"CAP-1", "CAP-4"})
    void anEarlierMessageThatComesLaterIsTheFirstContact() {
        CrmSession clinic = clinic();
        clinic.capture(said("m2", Party.of(ANA).named("Ana"), minute(9), "second"));
        clinic.capture(said("m1", Party.of(ANA).named("Anita"), minute(1), "first"));
        ContactSummary ana = onlyContact(clinic);
        assertThat(ana.activity().firstContactAt()).contains(minute(1));
        assertThat(ana.activity().lastContactAt()).contains(minute(9));
        assertThat(ana.contact().displayName()).contains("Ana");
        assertThat(clinic.profile(ana.id()).orElseThrow().inquiry()).contains(new InitialInquiry("first", null));
    }

    @Test
    @Requirement("CAP-2")
    void everyTypeOfMessageIsKeptWithItsRawFormAndMakesTheContact() {
        CrmSession clinic = clinic();
        List<String> types = List.of(
                "text",
                "image",
                "sticker",
                "order",
                "contacts",
                "unsupported",
                "ephemeral",
                "request_welcome",
                "of_2031");
        for (String type : types) {
            Identifier sender = Identifier.phone("3460000" + (1000 + types.indexOf(type)));
            String raw = "{\"type\":\"" + type + "\"}";
            clinic.capture(MessageEvent.received(ref(type), Party.of(sender), MONDAY, Content.of(type, null, raw)));
            assertThat(message(clinic, type).original().type()).isEqualTo(type);
            assertThat(message(clinic, type).original().raw()).isEqualTo(raw);
        }
        assertThat(contacts(clinic)).hasSameSizeAs(types);
    }

    @Test
    @Requirement("CAP-2")
    void aMessageKeepsItsFullContext() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "Hola"));
        Message message = message(clinic, "m1");
        assertThat(message.author()).isEqualTo(Author.CUSTOMER);
        assertThat(message.state()).isEqualTo(DeliveryState.RECEIVED);
        assertThat(message.content().text()).isEqualTo("Hola");
        assertThat(message.content().senderName()).isEqualTo("Ana");
        assertThat(message.occurrence().ref()).isEqualTo(ref("m1"));
        assertThat(message.occurrence().contact()).isEqualTo(onlyContact(clinic).id());
        assertThat(message.occurrence().conversation())
                .isEqualTo(conversations(clinic, onlyContact(clinic).id())
                        .get(0)
                        .conversation()
                        .id());
    }

    @Test
    @Requirement("CAP-2")
    void anyTextComesBackAsItWent() {
        CrmSession clinic = clinic();
        List<String> texts = List.of(
                "a\u0000b",
                "\ud83d alone",
                "alone \ude00",
                "😀 ñandú",
                "",
                " ",
                "x".repeat(65_000),
                "'; drop table x; --");
        for (int i = 0; i < texts.size(); i++) {
            clinic.capture(said("m" + i, Party.of(ANA).named("N" + texts.get(i)), minute(i), texts.get(i)));
            assertThat(message(clinic, "m" + i).content().text()).isEqualTo(texts.get(i));
            assertThat(onlyContact(clinic).contact().displayName()).contains("N" + texts.get(i));
        }
    }

    @Test
    @Requirement("CAP-7")
    void providerTimeAndReceiptTimeAreBothKept() {
        CrmSession clinic = clinic();
        Instant received = MONDAY.plus(Duration.ofHours(10));
        clock.set(received);
        clinic.capture(said("m1", ANA, MONDAY));
        clock.advance(Duration.ofHours(1));
        clinic.capture(said("m1", ANA, MONDAY));
        assertThat(message(clinic, "m1").occurredAt()).isEqualTo(MONDAY);
        assertThat(message(clinic, "m1").occurrence().receivedAt()).isEqualTo(received);
        assertThat(onlyContact(clinic).activity().lastContactAt()).contains(MONDAY);
    }

    @Test
    @Requirement("CAP-7")
    void aTimeAheadOfEveryClockIsTakenAsNow() {
        CrmSession clinic = clinic();
        clock.set(MONDAY);
        clinic.capture(said("m1", ANA, hour(24 * 365)), said("m2", ANA, minute(2)));
        assertThat(message(clinic, "m1").occurredAt()).isEqualTo(MONDAY);
        assertThat(message(clinic, "m2").occurredAt()).isEqualTo(minute(2));
    }

    @Test
    @Requirement("CAP-15")
    void anotherChannelIsAnotherAccountAndAnotherScheme() {
        CrmSession clinic = clinic();
        ChannelAccount telegram = new ChannelAccount("telegram", "clinic_bot");
        Identifier user = new Identifier(new Scheme("telegram_user"), "", "77");
        clinic.capture(MessageEvent.received(
                new ProviderRef(telegram, "5"), Party.of(user).named("Caro"), MONDAY, Content.text("Hola")));
        ContactSummary caro = onlyContact(clinic);
        assertThat(caro.contact().identifiers()).containsExactly(user);
        assertThat(conversations(clinic, caro.id()).get(0).conversation().account())
                .isEqualTo(telegram);
        assertThat(caro.contact().displayName()).isEqualTo(Optional.of("Caro"));
    }
}
