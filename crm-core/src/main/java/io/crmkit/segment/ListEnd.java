package io.crmkit.segment;

import io.crmkit.UnknownCursor;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.segment.ContactQuery.Order;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended, as text: the order, what it is ordered by, and the id. */
final class ListEnd {
    private ListEnd() {}

    static String text(Order order, ContactSummary last) {
        return order.ordinal() + "_" + key(order, last) + "_" + last.id();
    }

    private static String key(Order order, ContactSummary last) {
        Instant at = order == Order.LAST_CONTACT
                ? last.activity().last()
                : last.activity().first();
        return order == Order.INTERACTIONS
                ? Integer.toString(last.activity().interactions())
                : at == null ? "" : at.toString();
    }

    static Selections.@Nullable Cursor parse(Order order, @Nullable String text) {
        if (text == null) {
            return null;
        }
        String mine = order.ordinal() + "_";
        int cut = text.lastIndexOf('_');
        if (!text.startsWith(mine) || cut < mine.length()) {
            throw new UnknownCursor();
        }
        String key = text.substring(mine.length(), cut);
        try {
            ContactId id = ContactId.of(text.substring(cut + 1));
            return order == Order.INTERACTIONS
                    ? new Selections.Cursor(null, Integer.parseInt(key), id)
                    : new Selections.Cursor(key.isEmpty() ? null : Instant.parse(key), 0, id);
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw new UnknownCursor();
        }
    }
}
