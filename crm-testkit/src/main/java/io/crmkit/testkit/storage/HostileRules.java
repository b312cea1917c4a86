package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Rejected.Reason;
import io.crmkit.ai.Subject;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Support;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.privacy.Actor;
import io.crmkit.profile.ContactProfile;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An extractor that obeys whoever writes to it can do no harm beyond the writer's own profile, and little there. */
@Requirement("EXT-8")
abstract class HostileRules extends StorageRules {
    private static final int ATTACKS = 500;
    private static final int ATTACKERS = 10;
    private static final int AT_ONCE = 5;
    private static final String PHONE = "54911500006%02d";

    private final HostileExtractor hostile = new HostileExtractor();

    HostileRules(StorageUnderTest under) {
        super(under);
    }

    /** What extraction may never write. */
    private record Guarded(Contact contact, ContactProfile profile) {}

    @Test
    void fiveHundredAttacksChangeNobodyElseAndNothingThatIsProtected() {
        Crm crm = Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(900))
                .extractor(hostile)
                .build();
        CrmSession session = crm.as(Actor.system(CLINIC));
        session.capture(said("ana", Party.of(ANA), minute(0), "Hola, soy Ana, mi mail es ana@example.com, de Palermo"));
        ContactId ana = onlyContact(session).id();
        session.verdicts().state(ana, FactType.PERSON_NAME, "", new FactValue.Text("Ana"));
        crm.dueWork().runDue();
        for (int i = 0; i < ATTACKERS; i++) {
            session.capture(said("first" + i, attacker(i), minute(1), "Hola"));
        }
        Map<ContactId, FactValue> locked = lockNames(session, ana);
        crm.dueWork().runDue();
        Guarded anaBefore = guarded(session, ana);
        List<Fact> anasFacts = session.facts(ana);
        Map<ContactId, Contact> before = people(session);
        hostile.attack(new HostileExtractor.Victim(
                ana.toString(), timeline(session, ana).get(0).id().toString()));

        attack(crm, session, Attacks.all(ATTACKS, List.of(ana.toString(), ANA.value(), "Ana")));

        assertThat(hostile.asked()).isEqualTo(ATTACKS / AT_ONCE);
        assertThat(guarded(session, ana)).isEqualTo(anaBefore);
        assertThat(session.facts(ana)).isEqualTo(anasFacts);
        assertThat(people(session)).isEqualTo(before);
        locked.forEach((contact, name) -> keepsToItsOwn(session, contact, name));
        assertThat(crm.rejections().count(Reason.UNGROUNDED)).isGreaterThan(100);
        assertThat(crm.rejections().count(Reason.NOT_EVIDENCE)).isGreaterThan(100);
        assertThat(crm.rejections().count(Reason.INVALID_VALUE)).isGreaterThan(100);
    }

    private static Party attacker(int i) {
        return Party.of(Identifier.phone(String.format(Locale.ROOT, PHONE, i)));
    }

    private static void attack(Crm crm, CrmSession session, List<String> attacks) {
        for (int i = 0; i < attacks.size(); i += AT_ONCE) {
            List<InboundEvent> events = new ArrayList<>();
            for (int k = i; k < i + AT_ONCE; k++) {
                events.add(said("attack" + k, attacker(i / AT_ONCE % ATTACKERS), minute(2 + k), attacks.get(k)));
            }
            session.capture(events);
            crm.dueWork().runDue();
        }
    }

    private static Map<ContactId, FactValue> lockNames(CrmSession session, ContactId but) {
        Map<ContactId, FactValue> locked = new HashMap<>();
        for (ContactSummary each : contacts(session)) {
            if (!each.id().equals(but)) {
                FactValue name = new FactValue.Text("Eve " + locked.size());
                Fact stated = session.verdicts()
                        .state(each.id(), FactType.PERSON_NAME, "", name)
                        .orElseThrow();
                session.verdicts().lock(each.id(), stated.id());
                locked.put(each.id(), name);
            }
        }
        return locked;
    }

    private static Guarded guarded(CrmSession session, ContactId id) {
        ContactProfile profile = session.profile(id).orElseThrow();
        return new Guarded(profile.summary().contact(), profile);
    }

    /** Identifiers, names and status of everybody. */
    private static Map<ContactId, Contact> people(CrmSession session) {
        Map<ContactId, Contact> people = new HashMap<>();
        contacts(session).forEach(each -> people.put(each.id(), each.contact()));
        return people;
    }

    private static void keepsToItsOwn(CrmSession session, ContactId contact, FactValue name) {
        assertThat(session.profile(contact).orElseThrow().conflicts()).isEmpty();
        Map<InteractionId, String> texts = new HashMap<>();
        for (Interaction each : timeline(session, contact)) {
            texts.put(each.id(), String.valueOf(each.content().text()));
        }
        List<Fact> facts = session.facts(contact);
        assertThat(facts)
                .filteredOn(f -> f.matter().type() == FactType.PERSON_NAME
                        && f.matter().subject() == Subject.CUSTOMER
                        && f.current())
                .extracting(f -> f.matter().value())
                .containsExactly(name);
        for (Fact fact : facts) {
            for (Support support : fact.support()) {
                assertThat(texts.keySet()).contains(support.message());
                assertThat(texts.getOrDefault(support.message(), "").substring(support.start(), support.end()))
                        .isEqualTo(support.quote());
            }
            if (fact.matter().value() instanceof FactValue.Mail mail) {
                assertThat(fact.support())
                        .allMatch(s -> s.quote()
                                .toLowerCase(Locale.ROOT)
                                .contains(mail.address()
                                        .substring(0, mail.address().indexOf('@'))));
            }
        }
    }
}
