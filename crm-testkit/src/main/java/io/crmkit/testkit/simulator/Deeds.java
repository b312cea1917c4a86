package io.crmkit.testkit.simulator;

import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Tag;
import io.crmkit.insight.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people of the business do by hand, at random. */
final class Deeds {
    private static final List<String> WORDS = List.of(
            "vip",
            "Ñandú \uD83D\uDC69\u200D\u2695\uFE0F",
            "\uD835\uDD38 math",
            "\u05D0\u05D1 rtl",
            "half \uD83D pair",
            "nul \u0000 x");

    private final Dice dice;

    Deeds(Dice dice) {
        this.dice = dice;
    }

    String words() {
        return dice.oneOf(WORDS) + " " + dice.next();
    }

    void one(CrmSession session) {
        List<ContactSummary> contacts = session.contacts(null, 1_000).items();
        if (contacts.isEmpty()) {
            return;
        }
        ContactSummary some = dice.oneOf(contacts);
        ContactSummary other = dice.oneOf(contacts);
        if (dice.oneIn(2)) {
            new Paperwork(dice).one(session, some.id());
            return;
        }
        switch (dice.upTo(12)) {
            case 0, 1 -> session.tag(some.id(), tag());
            case 2 -> session.untag(some.id(), tag());
            case 3 -> session.note(some.id(), words());
            case 4 -> session.set(some.id(), "insurer", AttributeValue.of(words()));
            case 5 ->
                session.set(some.id(), "points", AttributeValue.of(new BigDecimal(dice.upTo(999)).movePointLeft(2)));
            case 6 ->
                session.set(
                        some.id(),
                        "birthday",
                        AttributeValue.of(LocalDate.of(1990, 1, 1).plusDays(dice.upTo(900))));
            case 7 -> session.setStatus(some.id(), dice.oneIn(3) ? null : dice.oneOf(List.of(ContactStatus.values())));
            case 8 -> fact(session, some);
            case 9 -> session.merge(some.id(), other.id());
            case 10 -> session.duplicates().dismiss(some.id(), other.id());
            default -> undo(session);
        }
    }

    /** Erases somebody. */
    void erase(CrmSession session) {
        List<ContactSummary> contacts = session.contacts(null, 1_000).items();
        if (!contacts.isEmpty()) {
            session.privacy().erase(dice.oneOf(contacts).id());
        }
    }

    private Tag tag() {
        return new Tag(Tag.Category.values()[dice.upTo(3)], dice.oneOf(WORDS));
    }

    private void fact(CrmSession session, ContactSummary some) {
        Optional<Fact> stated = session.verdicts()
                .state(some.id(), FactType.EMAIL, "", new FactValue.Mail("a" + dice.upTo(5) + "@example.org"));
        if (dice.oneIn(3)) {
            stated.ifPresent(fact -> session.verdicts().reject(some.id(), fact.id()));
        }
    }

    /** Undoes the last merge that can be, the same one in tenants that are the same. */
    static boolean undo(CrmSession session) {
        Optional<Merge> last = session.contacts(null, 1_000).items().stream()
                .flatMap(contact -> session.merges(contact.id()).stream())
                .min(Merge.LAST_FIRST.thenComparing(merge -> merge.id().value(), Comparator.reverseOrder()));
        last.ifPresent(merge -> session.undo(merge.id()));
        return last.isPresent();
    }
}
