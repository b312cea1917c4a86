package io.crmkit.benchmarks.reads;

import io.crmkit.benchmarks.reads.Registry.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the plain side keeps of each contact besides its messages. */
final class Tallies {
    private static final int BATCH = 10_000;

    private final Line[] first;
    private final Line[] last;
    private final int[] fromCustomer;
    private final int[] fromBusiness;

    Tallies(int contacts) {
        first = new Line[contacts];
        last = new Line[contacts];
        fromCustomer = new int[contacts];
        fromBusiness = new int[contacts];
    }

    private record Tally(int contact, Line first, Line last, int fromCustomer, int fromBusiness) {}

    void add(Line line) {
        int contact = line.contact();
        first[contact] = first[contact] == null ? line : first[contact];
        last[contact] = line;
        (line.fromCustomer() ? fromCustomer : fromBusiness)[contact]++;
    }

    void store(Connection connection) throws SQLException {
        for (int from = 0; from < first.length; from += BATCH) {
            List<Tally> some = new ArrayList<>();
            for (int i = from; i < Math.min(first.length, from + BATCH); i++) {
                some.add(new Tally(i, first[i], last[i], fromCustomer[i], fromBusiness[i]));
            }
            store(connection, some);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into plain_conversation
                    select tenant_id, conversation_id, contact_id, account, min(occurred_at), max(occurred_at), 2,
                        case when lead(1) over (partition by contact_id order by min(occurred_at)) is null then 1 end
                    from plain_interaction group by tenant_id, conversation_id, contact_id, account""");
        }
    }

    private static void store(Connection connection, List<Tally> some) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into plain_contact (tenant_id, id, status, name, phone, created_at, first_at, last_at, interactions,
                    from_customer, from_business)
                select ?, c.id, 0, c.name, c.phone, c.first::timestamptz, c.first::timestamptz, c.last::timestamptz,
                    c.customer + c.business, c.customer, c.business
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int4[], ?::int4[])
                    as c(id, name, phone, first, last, customer, business)""")) {
            insert.setString(1, Registry.TENANT);
            PlainSide.array(insert, 2, "uuid", some, tally -> Registry.id("contact", tally.contact));
            PlainSide.array(insert, 3, "text", some, tally -> Registry.name(tally.contact));
            PlainSide.array(insert, 4, "text", some, tally -> Registry.phone(tally.contact));
            PlainSide.array(insert, 5, "text", some, tally -> tally.first.at().toString());
            PlainSide.array(insert, 6, "text", some, tally -> tally.last.at().toString());
            PlainSide.array(insert, 7, "int4", some, tally -> tally.fromCustomer);
            PlainSide.array(insert, 8, "int4", some, tally -> tally.fromBusiness);
            insert.executeUpdate();
        }
    }
}
