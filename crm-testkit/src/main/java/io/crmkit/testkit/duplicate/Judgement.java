package io.crmkit.testkit.duplicate;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.Outcome.Captured;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Pair;
import io.crmkit.contact.Party;
import io.crmkit.duplicate.Suggestion;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well the suggestions about a population agree with the truth. A pair is two places in the population, the first of
 * each contact.
 *
 * @param suggested what was suggested
 * @param truth who is one person
 * @since 0.1
 */
public record Judgement(Set<Set<Integer>> suggested, Set<Set<Integer>> truth) {
    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", "1001");
    private static final Instant BEGIN = Instant.parse("2026-01-05T12:00:00Z");

    public Judgement {
        suggested = Set.copyOf(suggested);
        truth = Set.copyOf(truth);
    }

    /** Lets a population come in and asks who is a duplicate. */
    public static Judgement of(CrmSession session, List<Entry> population) {
        Map<ContactId, Integer> places = new HashMap<>();
        for (int i = 0; i < population.size(); i++) {
            places.putIfAbsent(captured(session, population.get(i), i), i);
        }
        Set<Set<Integer>> truth = new HashSet<>();
        for (int one : places.values()) {
            for (int other : places.values()) {
                if (one < other
                        && population.get(one).person() == population.get(other).person()) {
                    truth.add(Set.of(one, other));
                }
            }
        }
        Set<Set<Integer>> suggested = new HashSet<>();
        pairs(session)
                .forEach(pair -> suggested.add(
                        Set.of(places.getOrDefault(pair.one(), -1), places.getOrDefault(pair.other(), -2))));
        return new Judgement(suggested, truth);
    }

    /** Every pair suggested, once. */
    public static Set<Pair> pairs(CrmSession session) {
        Set<Pair> pairs = new HashSet<>();
        String cursor = null;
        do {
            Page<Suggestion> page = session.duplicates().page(cursor, 200);
            for (Suggestion each : page.items()) {
                if (!pairs.add(Pair.of(each.one().id(), each.other().id()))) {
                    throw new AssertionError("The same pair is suggested twice");
                }
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return pairs;
    }

    private static ContactId captured(CrmSession session, Entry entry, int minute) {
        InboundEvent greeting = MessageEvent.received(
                new ProviderRef(ACCOUNT, "m" + minute),
                Party.of(entry.identifier()).named(entry.name()),
                BEGIN.plusSeconds(60L * minute),
                Content.text("Hola"));
        ContactId contact = ((Captured) session.capture(greeting).outcomes().get(0)).contact();
        if (entry.stated() != null) {
            session.verdicts().state(contact, FactType.PERSON_NAME, "", new FactValue.Text(entry.stated()));
        }
        for (String email : entry.emails()) {
            session.verdicts().state(contact, FactType.EMAIL, "", new FactValue.Mail(email));
        }
        for (String phone : entry.phones()) {
            session.verdicts().state(contact, FactType.PHONE, "", new FactValue.Phone(phone));
        }
        return contact;
    }

    /** How many are suggested and are one person. */
    public int right() {
        return (int) suggested.stream().filter(truth::contains).count();
    }

    /** Of those that are one person, the share that is suggested. */
    public double recall() {
        return (double) right() / truth.size();
    }

    /** Of those suggested, the share that is one person. */
    public double precision() {
        return (double) right() / suggested.size();
    }

    @Override
    public String toString() {
        return "Judgement[%d suggested, %d of them right, of %d]".formatted(suggested.size(), right(), truth.size());
    }
}
