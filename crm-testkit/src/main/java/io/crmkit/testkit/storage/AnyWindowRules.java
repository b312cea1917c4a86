package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.due.DueKind;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However a history is cut up to be read, by whom in which version, and whoever dies of it: the facts are the same. */
@Requirement("EXT-7")
abstract class AnyWindowRules extends StorageRules {
    private static final String[] SAID = {
        "hola soy name:Ana",
        "mail:old@example.com perdón",
        "not-mail:old@example.com mail:new@example.com",
        "pain:lejos y daughter-name:Sofi viene",
        "hoy no hay nada",
        "guess-name:Bea quizás",
        "perhaps-pain:caro likes:mañanas",
        "praise:rapido name:Ana",
        "not-pain:lejos",
        "likes:tardes not-likes:mañanas",
        "mail:last@example.com daughter-name:Sofi",
        "name:Ana gracias"
    };
    private static final int DAYS = 3;

    private int node;

    AnyWindowRules(StorageUnderTest under) {
        super(under);
    }

    private Crm reading(Storage storage, ScriptedExtractor... extractors) {
        var builder = Crm.create(storage).clock(clock).ids(new CountedIds(2_000 + ++node));
        for (ScriptedExtractor each : extractors) {
            builder.extractor(each);
        }
        return builder.build();
    }

    private static ScriptedExtractor version(String version) {
        return new ScriptedExtractor(version, true);
    }

    private CrmSession newcomer(Crm crm) {
        return crm.as(Actor.system(fresh().actor().tenant()));
    }

    /** Three conversations, a message of which is edited later and one deleted. */
    private static List<InboundEvent> history() {
        List<InboundEvent> events = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < SAID.length; i++) {
                String id = "d" + day + "m" + i;
                events.add(said(id, Party.of(ANA), hour(30 * day).plusSeconds(60L * i), SAID[i]));
            }
        }
        events.add(updated("d1m3", ANA, new MessageEdited(hour(90), Content.text("pain:ruido y nada más"))));
        events.add(updated("d2m10", ANA, new MessageDeleted(hour(91))));
        return events;
    }

    private static List<String> known(CrmSession session) {
        return FactRules.known(session, onlyContact(session).id());
    }

    private List<String> atOnce() {
        Crm crm = reading(storage(), version("1"));
        CrmSession session = newcomer(crm);
        session.capture(history());
        crm.dueWork().runDue();
        List<String> known = known(session);
        assertThat(known).hasSize(12).doesNotHaveDuplicates();
        return known;
    }

    @Test
    void inWhateverWindowsItIsReadItComesOutTheSame() {
        List<String> expected = atOnce();
        for (int cut : List.of(1, 2, 5, 7, 13)) {
            Crm crm = reading(storage(), version("1"));
            CrmSession session = newcomer(crm);
            List<InboundEvent> events = history();
            for (int i = 0; i < events.size(); i += cut) {
                session.capture(events.subList(i, Math.min(events.size(), i + cut)));
                crm.dueWork().runDue();
            }
            assertThat(known(session)).as("cut by %d", cut).isEqualTo(expected);
        }
    }

    @Test
    void aVersionThatTakesOverHalfwayLeavesEachFactOnce() {
        List<String> expected = atOnce();
        List<InboundEvent> events = history();
        for (int half : List.of(1, 9, 20, 36)) {
            Crm old = reading(storage(), version("1"));
            CrmSession session = newcomer(old);
            session.capture(events.subList(0, half));
            old.dueWork().runDue();
            Crm newer = reading(storage(), version("2"));
            newer.as(session.actor()).capture(events.subList(half, events.size()));
            newer.dueWork().runDue();
            assertThat(known(session)).as("from %d on", half).isEqualTo(expected);
            assertThat(session.facts(onlyContact(session).id()))
                    .flatMap(Fact::support)
                    .allMatch(support -> support.version().equals("2"));
        }
    }

    @Test
    void whoDiesAnywhereWhileTheVersionChangesLeavesEachFactOnce() {
        List<String> expected = atOnce();
        int step = 1;
        for (boolean died = true; died; step++) {
            Crm old = reading(storage(), version("1"));
            CrmSession session = newcomer(old);
            session.capture(history());
            old.dueWork().runDue();
            ContactId ana = onlyContact(session).id();
            DyingStorage dying = new DyingStorage(storage(), step);
            Crm newer = reading(dying, version("2"));
            session.verdicts().readAgain(ana, DueKind.EXTRACT_BY_RULES);
            try {
                newer.dueWork().runDue();
                died = false;
            } catch (DyingStorage.Died expectedDeath) {
                clock.advance(Duration.ofMinutes(6));
                reading(storage(), version("2")).dueWork().runDue();
            }
            assertThat(known(session)).as("step %d", step).isEqualTo(expected);
        }
        assertThat(step).isGreaterThan(6);
    }

    @Test
    @Requirement("EXT-9")
    void rulesAndAModelThatSayTheSameAreOneFactOfTwoWitnesses() {
        Crm crm = reading(storage(), version("1"), new ScriptedExtractor("1", false));
        CrmSession session = newcomer(crm);
        session.capture(history());
        clock.advance(Duration.ofDays(1));
        crm.dueWork().runDue();
        assertThat(FactRules.known(session, onlyContact(session).id()))
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(session.facts(onlyContact(session).id()))
                .allMatch(fact -> fact.support().stream()
                                .map(s -> s.extractor())
                                .distinct()
                                .count()
                        == 2);
    }

    @Test
    @Requirement("EXT-6")
    void whatANewerVersionNoLongerSaysGoesUnlessAPersonConfirmedIt() {
        Crm old = reading(storage(), version("1"));
        CrmSession session = newcomer(old);
        session.capture(said("m1", Party.of(ANA), minute(0), "pain:lejos pain:caro name:Ana"));
        old.dueWork().runDue();
        ContactId ana = onlyContact(session).id();
        Fact confirmed = session.facts(ana).stream()
                .filter(fact -> fact.support().get(0).quote().equals("pain:caro"))
                .findFirst()
                .orElseThrow();
        session.verdicts().accept(ana, confirmed.id());
        Crm newer = reading(storage(), new ScriptedExtractor("2", true, "pain"));
        newer.as(session.actor()).verdicts().readAgain(ana, DueKind.EXTRACT_BY_RULES);
        newer.dueWork().runDue();
        assertThat(known(session))
                .containsExactly("PAIN_POINT caro CUSTOMER CURRENT []", "PERSON_NAME Ana CUSTOMER CURRENT [m1@21-29]");
    }

    @Test
    @Requirement("EXT-9")
    void anHourOfGarbageLosesNothing() {
        ScriptedExtractor script = version("1");
        Crm crm = reading(storage(), script);
        CrmSession session = newcomer(crm);
        script.garbled(true);
        List<InboundEvent> events = history();
        for (int minute = 0; minute < 60; minute++) {
            if (minute < 10) {
                session.capture(events.subList(4 * minute, Math.min(events.size(), 4 * minute + 4)));
            }
            crm.dueWork().runDue();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(known(session)).isEmpty();
        script.garbled(false);
        clock.advance(Duration.ofMinutes(10));
        crm.dueWork().runDue();
        assertThat(known(session)).isEqualTo(atOnce());
    }
}
