package io.crmkit.merge;

import io.crmkit.contact.Activity;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;
import io.crmkit.contact.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two contacts seen as one. */
final class Combined {
    private Combined() {}

    static ContactSummary of(ContactSummary survivor, ContactSummary absorbed) {
        SortedSet<Tag> tags = new TreeSet<>(survivor.tags());
        tags.addAll(absorbed.tags());
        return new ContactSummary(
                contact(survivor.contact(), absorbed.contact()),
                together(survivor.activity(), absorbed.activity()),
                tags);
    }

    private static Contact contact(Contact survivor, Contact absorbed) {
        List<Identifier> all = Stream.concat(survivor.identifiers().stream(), absorbed.identifiers().stream())
                .sorted(Contact.IDENTIFIER_ORDER)
                .toList();
        ContactStatus status = status(byHand(survivor), byHand(absorbed));
        return new Contact(
                survivor.id(),
                status != null ? status : survivor.status(),
                status != null,
                survivor.naming().and(absorbed.naming()),
                all);
    }

    private static @Nullable ContactStatus byHand(Contact contact) {
        return contact.statusByHand() ? contact.status() : null;
    }

    /** Who was blocked stays so; else what was set counts, the survivor's first. */
    static @Nullable ContactStatus status(@Nullable ContactStatus survivors, @Nullable ContactStatus absorbeds) {
        return absorbeds == ContactStatus.BLOCKED || survivors == null ? absorbeds : survivors;
    }

    static List<MergePreview.Contradiction> contradictions(Contact survivor, Contact absorbed, Matching matching) {
        List<MergePreview.Contradiction> all = new ArrayList<>();
        for (Identifier one : survivor.identifiers()) {
            for (Identifier other : absorbed.identifiers()) {
                if (matching.canonical(one).contradicts(matching.canonical(other))) {
                    all.add(new MergePreview.Contradiction(one, other));
                }
            }
        }
        return all;
    }

    private static Activity together(Activity one, Activity other) {
        return new Activity(
                earlier(one.first(), other.first()),
                later(one.last(), other.last()),
                one.interactions() + other.interactions(),
                one.fromCustomer() + other.fromCustomer(),
                one.fromBusiness() + other.fromBusiness());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
