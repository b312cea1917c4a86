package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.due.DueKind;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Trial;
import io.crmkit.insight.Trial.Difference;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a newer extractor would make of what is known can be looked at before it is let at it. */
@Requirement("EXT-7")
abstract class TrialRules extends StorageRules {
    private static final String[] SAID = {
        "soy name:Ana",
        "pain:lejos y likes:tardes",
        "mail:old@example.com",
        "not-mail:old@example.com mail:new@example.com",
        "pain:caro",
        "daughter-name:Sofi"
    };

    TrialRules(StorageUnderTest under) {
        super(under);
    }

    private Crm reading(ScriptedExtractor extractor) {
        return Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(7_000 + SAID.length))
                .extractor(extractor)
                .build();
    }

    private CrmSession talked(Crm crm, int times) {
        CrmSession session = crm.as(fresh().actor());
        for (int i = 0; i < times; i++) {
            session.capture(said("m" + i, Party.of(ANA), minute(i * 20), SAID[i % SAID.length]));
        }
        crm.dueWork().runDue();
        return session;
    }

    private static List<String> words(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.matter().value().text() + " " + fact.state())
                .sorted()
                .toList();
    }

    private static List<String> standing(CrmSession session, ContactId contact) {
        return words(session.facts(contact).stream()
                .filter(fact -> fact.current() || fact.state().name().equals("SUGGESTED"))
                .toList());
    }

    @Test
    void itSaysWhatWouldBeLostAndGainedAndChangesNothing() {
        ScriptedExtractor old = new ScriptedExtractor("1", true, "likes");
        Crm crm = reading(old);
        CrmSession session = talked(crm, SAID.length);
        ContactId ana = onlyContact(session).id();
        Fact confirmed = session.facts(ana).stream()
                .filter(fact -> fact.matter().value().text().equals("caro"))
                .findFirst()
                .orElseThrow();
        session.verdicts().accept(ana, confirmed.id());
        List<Fact> before = session.facts(ana);
        int calls = old.calls();

        Trial trial = crm.trial(session.actor(), new ScriptedExtractor("2", true, "pain"));
        Difference difference = trial.of(ana).orElseThrow();

        assertThat(difference.complete()).isTrue();
        assertThat(difference.messages()).isEqualTo(SAID.length);
        assertThat(words(difference.lost())).containsExactly("lejos CURRENT");
        assertThat(words(difference.gained())).containsExactly("tardes CURRENT");
        assertThat(words(difference.same())).contains("Ana CURRENT", "caro CURRENT", "new@example.com CURRENT");
        assertThat(session.facts(ana)).isEqualTo(before);
        crm.dueWork().runDue();
        assertThat(old.calls()).as("nothing became unread").isEqualTo(calls);
    }

    @Test
    void whatItForetellsIsWhatTheNewVersionThenMakesOfALongHistory() {
        Crm crm = reading(new ScriptedExtractor("1", true, "likes"));
        CrmSession session = talked(crm, 230);
        ContactId ana = onlyContact(session).id();
        ScriptedExtractor newer = new ScriptedExtractor("2", true, "pain");

        Difference difference = crm.trial(session.actor(), newer).of(ana).orElseThrow();
        assertThat(difference.messages()).isEqualTo(230);
        Crm next = reading(newer);
        next.as(session.actor()).verdicts().readAgain(ana, DueKind.EXTRACT_BY_RULES);
        next.dueWork().runDue();

        assertThat(standing(session, ana))
                .isEqualTo(words(Stream.concat(difference.same().stream(), difference.gained().stream())
                        .toList()));
    }

    @Test
    @Requirement("EXT-9")
    void anExtractorThatIsAwayTellsNothingOfWhatItDidNotRead() {
        Crm crm = reading(ScriptedExtractor.rules());
        CrmSession session = talked(crm, SAID.length);
        ScriptedExtractor away = new ScriptedExtractor("2", true);
        away.away(true);

        Difference difference =
                crm.trial(session.actor(), away).of(onlyContact(session).id()).orElseThrow();
        assertThat(difference.complete()).isFalse();
        assertThat(difference.messages()).isZero();
        assertThat(difference.lost()).isEmpty();
        assertThat(crm.trial(session.actor(), away).of(ContactId.of("00000000-0000-7000-8000-000000000001")))
                .isEmpty();
    }
}
