package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Sentiment;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.insight.Behaviour;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Insights;
import io.crmkit.insight.Mood.Trend;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.privacy.Actor;
import io.crmkit.profile.ContactProfile;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The profile shows what is known of a contact, how they feel and how they communicate. */
abstract class InsightRules extends StorageRules {
    private static final BusinessContext CATALOGUE = new BusinessContext(
            "AR",
            "11",
            "ARS",
            List.of(new CatalogueEntry("cleaning", "Limpieza", List.of())),
            List.of(),
            List.of(),
            List.of(),
            "1");

    InsightRules(StorageUnderTest under) {
        super(under);
    }

    private Crm reading() {
        return Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(900))
                .extractor(ScriptedExtractor.rules())
                .extraction(ExtractionPolicy.all(ExtractionSettings.DEFAULT.with(CATALOGUE)))
                .build();
    }

    private static InboundEvent says(String id, Instant at, String text) {
        return said(id, Party.of(ANA), at, text);
    }

    private static InboundEvent answers(String id, Instant at) {
        return MessageEvent.sent(ref(id), Party.of(ANA), Author.AGENT, at, Content.text("answer"));
    }

    private static ContactProfile profile(Crm crm) {
        CrmSession session = crm.as(Actor.system(CLINIC));
        ContactId ana = onlyContact(session).id();
        return session.profile(ana).orElseThrow();
    }

    private static List<String> values(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.matter().key() + fact.matter().value())
                .toList();
    }

    @Test
    @Requirement({"PRO-1", "EXT-2"})
    void insightsAreInTheProfileEachWithItsEvidence() {
        Crm crm = reading();
        crm.as(Actor.system(CLINIC))
                .capture(
                        says("m1", minute(0), "name:Ana mail:old@example.com service:cleaning service:unknown"),
                        says("m2", minute(1), "pain:slow likes:mornings perhaps-pain:dear daughter-name:Sofi"),
                        says("m3", minute(2), "mail:ana@example.com praise:kind other:parking"));
        crm.dueWork().runDue();
        ContactProfile profile = profile(crm);
        Insights insights = profile.insights();
        assertThat(insights.contactInformation())
                .hasSize(2)
                .allMatch(fact -> fact.support().size() == 1);
        assertThat(values(insights.services())).containsExactly("cleaningCode[value=cleaning]");
        assertThat(insights.painPoints()).hasSize(1);
        assertThat(insights.preferences()).hasSize(1);
        assertThat(insights.features()).hasSize(1);
        assertThat(insights.satisfaction()).hasSize(1);
        assertThat(insights.suggestions()).hasSize(1);
        assertThat(insights.competitors()).isEmpty();
        assertThat(profile.facts()).hasSize(10);
    }

    @Test
    @Requirement("EXT-3")
    void moodAndItsTrendAreReadOffTheMessages() {
        Crm crm = reading();
        crm.as(Actor.system(CLINIC))
                .capture(
                        says("m1", minute(0), "gracias"),
                        says("m2", minute(1), "quiero un turno ¿hay?"),
                        says("m3", minute(2), "muy mal"),
                        says("m4", minute(3), "mal y harta"));
        crm.dueWork().runDue();
        ContactProfile profile = profile(crm);
        assertThat(profile.insights().mood().trend()).isEqualTo(Trend.WORSE);
        assertThat(profile.insights().mood().negative()).isEqualTo(2);
        assertThat(profile.insights().mood().frustrated()).isEqualTo(1);
        MessageInsight second = Objects.requireNonNull(
                profile.insights().messages().get(profile.recent().get(1).id()));
        assertThat(second.intents()).containsExactly("BOOK");
        assertThat(second.questions()).containsExactly("quiero un turno ¿hay?");
        assertThat(second.sentiment()).isEqualTo(Sentiment.NEUTRAL);
    }

    @Test
    @Requirement({"BEH-1", "PRO-4"})
    void howTheyCommunicateIsReadOffTheMessagesInTheTenantsZone() {
        Crm crm = reading();
        CrmSession session = crm.as(Actor.system(CLINIC));
        for (int week = 0; week < 3; week++) {
            // Monday, 22:30 in Buenos Aires, is Tuesday in UTC.
            Instant at = Instant.parse("2026-03-03T01:30:00Z").plus(Duration.ofDays(7L * week));
            session.capture(
                    says("a" + week, at, "hola"),
                    says("b" + week, at.plusSeconds(60), "¿hay turno?"),
                    answers("c" + week, at.plusSeconds(300)),
                    says("d" + week, at.plusSeconds(420), "gracias"));
        }
        session.capture(MessageEvent.received(
                new ProviderRef(SURGERY, "s"),
                Party.of(ANA),
                Instant.parse("2026-03-18T01:30:00Z"),
                Content.text("x")));
        Behaviour behaviour = profile(crm).behaviour();
        assertThat(behaviour.messages()).isEqualTo(10);
        assertThat(behaviour.ourResponse()).contains(Duration.ofMinutes(5));
        assertThat(behaviour.theirResponse()).contains(Duration.ofMinutes(2));
        assertThat(behaviour.preferredHours()).containsExactly(22);
        assertThat(behaviour.preferredDays()).containsExactly(DayOfWeek.MONDAY);
        assertThat(behaviour.days()).containsEntry(DayOfWeek.TUESDAY, 1);
        assertThat(behaviour.preferredChannel()).contains(RECEPTION);
        assertThat(behaviour.perWeek()).isBetween(4.0, 5.0);
        assertThat(behaviour.conversationLength()).isEqualTo(13 / 4.0);
    }
}
