package io.crmkit.merge;

import io.crmkit.contact.Activity;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two contacts seen as one. */
record Combined(Contact survivor, Contact absorbed) {
    /** Who was blocked stays so; else the survivor's status counts. */
    ContactStatus status() {
        return absorbed.status() == ContactStatus.BLOCKED ? ContactStatus.BLOCKED : survivor.status();
    }

    Contact contact() {
        List<Identifier> all = Stream.concat(survivor.identifiers().stream(), absorbed.identifiers().stream())
                .sorted(Contact.IDENTIFIER_ORDER)
                .toList();
        return new Contact(survivor.id(), status(), survivor.naming().and(absorbed.naming()), all);
    }

    List<MergePreview.Contradiction> contradictions(Matching matching) {
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

    static ContactSummary of(ContactSummary survivor, ContactSummary absorbed) {
        return new ContactSummary(
                new Combined(survivor.contact(), absorbed.contact()).contact(),
                together(survivor.activity(), absorbed.activity()));
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
