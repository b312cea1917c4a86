package io.crmkit.export;

import io.crmkit.consent.Consent;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.InteractionId;
import io.crmkit.move.Keepsake;
import io.crmkit.outreach.Sending;
import io.crmkit.outreach.Verdict;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.Regime;
import io.crmkit.request.RequestId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was agreed with contacts, asked for by them and said to them, as records. */
record KeepsakeJson(JsonOut json) {
    /** Of somebody who is no contact any more. */
    void stray(Keepsake.Asked asked) {
        json.begin().text("record", "stray");
        request(asked.request());
        json.id("contactId", asked.contact()).end();
    }

    void write(Keepsake keepsake) {
        json.begin();
        if (keepsake instanceof Keepsake.Agreed agreed) {
            json.text("record", "consent");
            consent(agreed.consent());
        } else if (keepsake instanceof Keepsake.Asked asked) {
            json.text("record", "request");
            request(asked.request());
        } else {
            json.text("record", "sending");
            sending(((Keepsake.Sent) keepsake).sending());
        }
        json.id("contactId", keepsake.contact())
                .texts("merges", keepsake.by().stream().map(MergeId::toString).toList())
                .end();
    }

    private void consent(Consent consent) {
        Evidence evidence = consent.evidence();
        json.id("id", consent.id())
                .word("purpose", consent.purpose())
                .text("channel", consent.channel())
                .flag("granted", consent.granted())
                .time("at", consent.at())
                .time("recordedAt", consent.recordedAt())
                .word("evidence", evidence.kind())
                .id("entryId", evidence.interaction())
                .text("by", evidence.by())
                .text("textVersion", evidence.textVersion());
    }

    private void request(PersonRequest request) {
        json.id("id", request.id())
                .word("kind", request.kind())
                .word("regime", request.regime())
                .text("reference", request.reference())
                .text("by", request.by())
                .time("receivedAt", request.receivedAt())
                .time("dueAt", request.dueAt())
                .word("extension", request.extension())
                .word("state", request.state())
                .word("refusal", request.refusal())
                .time("closedAt", request.closedAt());
    }

    private void sending(Sending sending) {
        json.id("id", sending.id())
                .text("key", sending.key())
                .id("bulkId", sending.bulk())
                .word("purpose", sending.purpose())
                .text("channel", sending.from().channel())
                .text("account", sending.from().account());
        json.begin("to");
        json.text("scheme", sending.to().scheme().name())
                .text("scope", sending.to().scope())
                .text("value", sending.to().value());
        json.end();
        json.begin("message");
        new OutgoingJson(json).write(sending.message());
        json.end();
        json.text("about", sending.about())
                .word("from", sending.author())
                .text("by", sending.by())
                .time("askedAt", sending.askedAt())
                .word("state", sending.state())
                .time("at", sending.at())
                .number("calls", sending.calls())
                .number("code", sending.code())
                .word("advice", sending.advice())
                .id("entryId", sending.interaction());
    }

    private static List<MergeId> merges(Fields f) {
        return f.texts("merges").stream()
                .map(id -> new MergeId(UUID.fromString(id)))
                .toList();
    }

    private static @Nullable InteractionId entry(Fields f) {
        UUID id = f.optionalId("entryId");
        return id == null ? null : new InteractionId(id);
    }

    static Keepsake consent(Fields f) {
        Evidence evidence = new Evidence(
                f.word("evidence", Evidence.Kind.class), entry(f), f.text("by"), f.optional("textVersion"));
        Consent consent = new Consent(
                f.id("id"),
                f.word("purpose", Purpose.class),
                f.text("channel"),
                f.flag("granted"),
                f.time("at"),
                f.time("recordedAt"),
                evidence);
        return new Keepsake.Agreed(PortraitReader.contact(f, "contactId"), consent, merges(f));
    }

    static Keepsake request(Fields f) {
        PersonRequest request = new PersonRequest(
                new RequestId(f.id("id")),
                PortraitReader.contact(f, "contactId"),
                f.word("kind", PersonRequest.Kind.class),
                f.word("regime", Regime.class),
                f.textOrEmpty("reference"),
                f.text("by"),
                f.time("receivedAt"),
                f.time("dueAt"),
                f.optionalWord("extension", PersonRequest.Extension.class),
                f.word("state", PersonRequest.State.class),
                f.optionalWord("refusal", PersonRequest.Refusal.class),
                f.optionalTime("closedAt"));
        return new Keepsake.Asked(request, merges(f));
    }

    static Keepsake sending(Fields f) {
        ContactId contact = PortraitReader.contact(f, "contactId");
        Sending sending = new Sending(
                f.id("id"),
                f.text("key"),
                contact,
                f.optionalId("bulkId"),
                f.word("purpose", Purpose.class),
                PortraitReader.account(f),
                f.object("to").read(PortraitReader::identifier),
                f.object("message").read(OutgoingJson::outgoing),
                f.optional("about"),
                f.word("from", Author.class),
                f.text("by"),
                f.time("askedAt"),
                f.word("state", Sending.State.class),
                f.time("at"),
                f.whole("calls"),
                f.whole("code"),
                f.optionalWord("advice", Verdict.Advice.class),
                entry(f));
        return new Keepsake.Sent(sending, merges(f));
    }
}
