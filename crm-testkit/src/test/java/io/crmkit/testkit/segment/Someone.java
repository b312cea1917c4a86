package io.crmkit.testkit.segment;

import io.crmkit.contact.Activity;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Attention;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.ContactFacts.Talk;
import io.crmkit.segment.ContactFacts.Trade;
import io.crmkit.segment.ContactFacts.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** What is known about a contact that a test makes up. */
final class Someone {
    private Someone() {}

    /** Who wrote once. */
    static ContactFacts whoWrote(Instant at) {
        return who(new Activity(at, at, 1, 1, 0), Trade.NONE, new Talk(List.of(), List.of(), at, at));
    }

    /** Who wrote once and had no answer. */
    static ContactFacts waitingSince(Instant at) {
        Attention asked = new Attention(at, true, null, false);
        return who(new Activity(at, at, 1, 1, 0), Trade.NONE, new Talk(List.of(asked), List.of(), at, at));
    }

    /** Who has appointments of one status at these times. */
    static ContactFacts booked(AppointmentStatus status, Instant... starts) {
        List<Visit> visits =
                Stream.of(starts).map(start -> new Visit(status, start)).toList();
        return who(Activity.NONE, new Trade(visits, new TreeMap<>(), new TreeMap<>()), Talk.NONE);
    }

    static ContactFacts who(Activity activity, Trade trade, Talk talk) {
        Contact contact =
                new Contact(new ContactId(new UUID(0, 1)), ContactStatus.ACTIVE, false, Naming.NONE, List.of());
        return new ContactFacts(
                new ContactSummary(contact, activity, new TreeSet<>()), Map.of(), trade, talk, Set.of(), null);
    }
}
