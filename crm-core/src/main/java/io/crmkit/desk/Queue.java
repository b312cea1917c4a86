package io.crmkit.desk;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.Interaction;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Talked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds who has waited longest, although lists begin with whom something happened with last. */
record Queue(UnitOfWork work, AsOf asOf) {
    /** So many of an age are looked at. */
    private static final int LOOKED_AT = 1_000;

    private static final List<Duration> AGES = List.of(
            Duration.ofDays(90),
            Duration.ofDays(30),
            Duration.ofDays(7),
            Duration.ofDays(2),
            Duration.ofHours(12),
            Duration.ZERO);

    /** Those who wait for an answer, age by age, the oldest first. */
    List<Waiting> waiting(int limit) {
        List<Waiting> all = new ArrayList<>();
        Criterion known = new Criterion.Any(List.of());
        for (Duration age : AGES) {
            Criterion old = new Talked.Awaits(age);
            all.addAll(of(Criterion.all(old, Criterion.not(known)), Attention::waitingSince));
            if (all.size() >= limit) {
                break;
            }
            known = old;
        }
        return first(all, limit);
    }

    /** Those for whom a person was called. */
    List<Waiting> called(int limit) {
        return first(of(new Talked.Called(), Attention::calledSince), limit);
    }

    private List<Waiting> of(Criterion criterion, Function<Attention, Optional<Instant>> since) {
        List<ContactSummary> found = work.selections().page(ContactQuery.of(criterion), asOf, null, LOOKED_AT);
        Map<ContactId, ContactFacts> facts =
                work.selections().facts(found.stream().map(ContactSummary::id).toList());
        List<Waiting> waiting = new ArrayList<>();
        for (ContactSummary summary : found) {
            ContactFacts about = facts.get(summary.id());
            if (about != null) {
                about.talk().open().stream()
                        .flatMap(attention -> since.apply(attention).stream())
                        .min(Comparator.naturalOrder())
                        .ifPresent(at -> waiting.add(
                                new Waiting(summary.activeSince(asOf.activeSince()), at, Optional.empty())));
            }
        }
        return waiting;
    }

    private List<Waiting> first(List<Waiting> all, int limit) {
        return all.stream()
                .sorted(Waiting.LONGEST_FIRST)
                .limit(limit)
                .map(each -> new Waiting(
                        each.contact(), each.since(), last(each.contact().id())))
                .toList();
    }

    private Optional<Interaction> last(ContactId contact) {
        return work.timelines().newest(contact, null, 1).stream().findFirst();
    }
}
