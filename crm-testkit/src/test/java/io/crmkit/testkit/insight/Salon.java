package io.crmkit.testkit.insight;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.Usage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.insight.Outcome;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.FixedClock;
import java.time.Duration;
import java.util.List;

/** A salon with one extractor, and two people who write to it now. */
final class Salon {
    static final ChannelAccount DESK = new ChannelAccount("whatsapp", "2001");
    static final Party ANA = Party.of(Identifier.phone("5491150000001")).named("Ana");
    static final Party EVE = Party.of(Identifier.phone("5491150000666")).named("Eve");
    static final ExtractionResult NOTHING =
            new ExtractionResult(List.of(), List.of(), Completeness.COMPLETE, new Usage(1, 50, 10), List.of());

    final FixedClock clock = FixedClock.at("2026-04-01T12:00:00Z");
    final InMemoryStorage storage = new InMemoryStorage();
    final Told extractor;
    final Crm crm;
    final CrmSession session;
    private int messages;

    Salon(ExtractionSettings settings, Told extractor) {
        this(ExtractionPolicy.all(settings), extractor);
    }

    Salon(ExtractionPolicy policy, Told extractor) {
        this.extractor = extractor;
        this.crm = Crm.create(storage)
                .clock(clock)
                .extractor(extractor)
                .extraction(policy)
                .build();
        this.session = crm.as(Actor.system(TenantId.of("salon-este")));
    }

    InboundEvent says(Party who, String text) {
        messages++;
        return MessageEvent.received(new ProviderRef(DESK, "m" + messages), who, clock.instant(), Content.text(text));
    }

    void hear(Party who, String... texts) {
        for (String text : texts) {
            session.capture(says(who, text));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    void end(Party who) {
        messages++;
        session.capture(new HappeningEvent(
                new ProviderRef(DESK, "m" + messages),
                who,
                EventKind.CONVERSATION_ENDED,
                clock.instant(),
                Content.of("notice", null, null)));
        clock.advance(Duration.ofSeconds(1));
    }

    long outcome(Outcome outcome) {
        return crm.outcomes().count(outcome);
    }

    int work() {
        return crm.dueWork().runDue();
    }

    ContactId contact(Party who) {
        return session.contacts(null, 10).items().stream()
                .filter(c -> c.contact().identifiers().equals(who.identifiers()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
