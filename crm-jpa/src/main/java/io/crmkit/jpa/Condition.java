package io.crmkit.jpa;

import io.crmkit.segment.AsOf;
import io.crmkit.segment.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A part of a query's condition on the contact {@code a}: its text, and its values in their order. */
record Condition(String text, Sql.Binder values) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    static final Condition ALWAYS = new Condition("1 = 1", row -> {});
    static final Condition NEVER = new Condition("1 = 0", row -> {});

    private static final String IN = "a.contact_id in (";

    /** Whether it says by one query who fulfils it. */
    boolean isSet() {
        return text.startsWith(IN) && text.endsWith(")");
    }

    /** Whoever fulfils one of several that are {@link #isSet sets}. */
    static Condition union(List<Condition> sets) {
        Condition union = new Condition(IN, row -> {});
        for (int i = 0; i < sets.size(); i++) {
            Condition set = sets.get(i);
            String query = set.text.substring(IN.length(), set.text.length() - 1);
            union = union.and((i == 0 ? "" : " union all ") + query, set.values);
        }
        return union.and(")", row -> {});
    }

    /** With more behind it. */
    Condition and(String more, Sql.Binder moreValues) {
        return new Condition(text + more, row -> {
            values.bind(row);
            moreValues.bind(row);
        });
    }

    /** With another behind it. */
    Condition and(Condition other) {
        return and(other.text, other.values);
    }

    /** What follows where a column lies in a window. */
    static Condition within(Window window, AsOf asOf, String column) {
        List<Instant> bounds = new ArrayList<>();
        String text = "";
        if (window.from() != null) {
            text += " and " + column + " >= ?";
            bounds.add(storable(asOf.at(window.from())));
        }
        if (window.until() != null) {
            text += " and " + column + " < ?";
            bounds.add(storable(asOf.at(window.until())));
        }
        return new Condition(text, row -> {
            for (Instant bound : bounds) {
                row.time(bound);
            }
        });
    }

    /** The nearest time that a database has. */
    static Instant storable(Instant at) {
        return at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(Times.NEVER) ? Times.NEVER : at;
    }

    /** That there are so many rows of a contact, which this selects by {@code select x.contact_id from … x where …}. */
    Condition counted(int atLeast, int atMost) {
        if (atMost < 0 || atLeast > atMost) {
            return NEVER;
        }
        if (atLeast <= 0) {
            return atMost == Integer.MAX_VALUE
                    ? ALWAYS
                    : grouped("a.contact_id not in (", " having count(*) > ?", row -> row.number(atMost));
        }
        if (atMost == Integer.MAX_VALUE) {
            return atLeast == 1
                    ? new Condition("a.contact_id in (" + text + ")", values)
                    : grouped("a.contact_id in (", " having count(*) >= ?", row -> row.number(atLeast));
        }
        return grouped(
                "a.contact_id in (",
                " having count(*) between ? and ?",
                row -> row.number(atLeast).number(atMost));
    }

    private Condition grouped(String head, String having, Sql.Binder bounds) {
        return new Condition(head + text, values).and(" group by x.contact_id" + having + ")", bounds);
    }
}
