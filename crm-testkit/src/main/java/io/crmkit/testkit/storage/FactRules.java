package io.crmkit.testkit.storage;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Party;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.CountedIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An extractor that reads by a script, and what is known by it. */
abstract class FactRules extends StorageRules {
    final ScriptedExtractor script = ScriptedExtractor.rules();
    private int node;

    FactRules(StorageUnderTest under) {
        super(under);
    }

    Crm reading(Storage storage, ScriptedExtractor extractor) {
        return Crm.create(storage)
                .clock(clock)
                .ids(new CountedIds(500 + ++node))
                .extractor(extractor)
                .build();
    }

    Crm reading() {
        return reading(storage(), script);
    }

    static CrmSession session(Crm crm) {
        return crm.as(Actor.system(CLINIC));
    }

    static InboundEvent says(String id, int minute, String text) {
        return said(id, Party.of(ANA), minute(minute), text);
    }

    /** What is known, as type, value, whose, state and the messages it rests on. */
    static List<String> known(CrmSession session, ContactId contact) {
        Map<InteractionId, String> ids = new HashMap<>();
        for (ContactSummary each : contacts(session)) {
            for (Interaction i : timeline(session, each.id())) {
                ids.put(i.id(), i.occurrence().ref().id());
            }
        }
        return session.facts(contact).stream()
                .map(fact -> String.join(
                        " ",
                        fact.matter().type().name(),
                        text(fact.matter().value()),
                        fact.matter().subject().name(),
                        fact.state().name(),
                        fact.support().stream()
                                .map(s -> ids.get(s.message()) + "@" + s.start() + "-" + s.end())
                                .sorted()
                                .toList()
                                .toString()))
                .sorted()
                .toList();
    }

    static String text(FactValue value) {
        return value instanceof FactValue.Text text
                ? text.value()
                : value instanceof FactValue.Mail mail ? mail.address() : value.toString();
    }

    List<String> knownOfAna(Crm crm) {
        return known(session(crm), onlyContact(session(crm)).id());
    }

    static Fact fact(CrmSession session, String value) {
        return session.facts(onlyContact(session).id()).stream()
                .filter(fact -> text(fact.matter().value()).equals(value))
                .findFirst()
                .orElseThrow();
    }

    static void history(CrmSession session) {
        for (int i = 0; i < 90; i++) {
            String more = i % 30 == 3 ? " name:Ana mail:a" + i + "@example.com" : i == 50 ? " praise:rapido" : "";
            session.capture(says("h" + i, i, "mensaje " + i + more));
        }
    }
}
