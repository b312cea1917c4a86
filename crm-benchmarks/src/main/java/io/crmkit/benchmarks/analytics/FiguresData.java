package io.crmkit.benchmarks.analytics;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Transfer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Three years of a tenant as figures see them. What is opened, the names of services, staff and sources, and feedback, is
 * captured; the rest is written to the tables as it would stand there, with bodies of the usual length that nobody opens.
 */
final class FiguresData {
    static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", "1001");

    private FiguresData() {}

    static void fill(CrmSession clinic, DataSource pool, int contacts, int interactions) throws SQLException {
        told(clinic, Math.max(100, interactions / 750));
        int conversations = interactions / 5;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            for (String rows : rows(contacts, conversations)) {
                statement.execute(rows);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
    }

    private static void told(CrmSession clinic, int feedback) {
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < feedback; i++) {
            Party who = Party.of(Identifier.phone("54911" + (70_000_000 + i % 1_000)));
            Instant at = NOW.minus(Duration.ofHours(6L * i + 1));
            ProviderRef ref = new ProviderRef(ACCOUNT, "f" + i);
            Content words = Content.of("feedback", "Bien", "{}");
            events.add(new HappeningEvent(ref, who, EventKind.FEEDBACK, at, words, BigDecimal.valueOf(1 + i % 5)));
            if (i < 12) {
                events.add(new DealingEvent(
                        new ProviderRef(ACCOUNT, "A" + i),
                        who,
                        Booking.of(AppointmentStatus.ATTENDED, at)
                                .service("Service " + i, "Staff " + i % 5)
                                .at(Money.of("100", "ARS")),
                        at));
                events.add(new DealingEvent(
                        new ProviderRef(ACCOUNT, "P" + i),
                        who,
                        new Transfer(Transfer.Kind.PAYMENT, Money.of("100", "ARS"), null, "campaign " + i),
                        at));
            }
            if (events.size() >= 400) {
                clinic.capture(events);
                events.clear();
            }
        }
        clinic.capture(events);
        clinic.capture(MessageEvent.received(
                new ProviderRef(ACCOUNT, "m"), Party.of(Identifier.phone("5491170000000")), NOW, Content.text("Hola")));
    }

    private static List<String> rows(int contacts, int conversations) {
        return List.of(
                """
                insert into crm_contact (tenant_id, id, status, data_key_id, created_at)
                select 'clinica-norte', lpad(to_hex(n), 32, '0')::uuid, 0,
                    (select id from crm_data_key where contact_id is not null limit 1), now()
                from generate_series(1, %d) n""".formatted(contacts),
                """
                insert into crm_conversation (tenant_id, id, contact_id, account, opened_at, last_at, state, seamed)
                select 'clinica-norte', lpad(to_hex(n), 32, '0')::uuid, contact, 'whatsapp:1001', at,
                    at + interval '2 hours', 2, false
                from %s""".formatted(moments(contacts, conversations)),
                """
                insert into crm_interaction (tenant_id, id, contact_id, conversation_id, ref_hash, route_hash, account,
                    kind, author, origin, occurred_at, received_at, reached, data_key_id, body)
                select c.tenant_id, ('a' || lpad(to_hex(n), 31, '0'))::uuid, c.contact_id, c.id,
                    decode(lpad(to_hex(n), 64, '0'), 'hex'), decode(repeat('00', 32), 'hex'), c.account,
                    case when i = 3 and n %% 7 = 0 then 5 when i = 4 and n %% 3 = 0 then 8 else 0 end,
                    case when i %% 2 = 0 then 0 when n %% 11 < 6 then 1 else 2 end, 2,
                    c.opened_at + i * ((n %% 1200) * interval '1 second'),
                    c.opened_at + i * ((n %% 1200) * interval '1 second'), 0,
                    (select id from crm_data_key where contact_id is not null limit 1),
                    decode(repeat(md5(n::text), 20), 'hex')
                from (select k.*, row_number() over (order by k.opened_at) as c from crm_conversation k
                    where k.state = 2 order by k.opened_at) c
                cross join generate_series(0, 4) i
                cross join lateral (select c.c * 5 + i as n) x""".formatted(),
                """
                insert into crm_sale (tenant_id, contact_id, at, id, kind, currency, amount, service_id, staff_id)
                select 'clinica-norte', contact, at, lpad(to_hex(n), 32, '0')::uuid,
                    case when n %% 2 = 0 then 3 when n %% 40 = 1 then 1 else 0 end, 'ARS',
                    (200 + usual) * (50 + n %% 100) / 100,
                    case when n %% 2 = 0 then (select array_agg(id) from crm_label)[1 + n %% 12] end,
                    case when n %% 2 = 0 then (select array_agg(id) from crm_label)[13 + n %% 5] end
                from %s""".formatted(moments(contacts, conversations)),
                """
                insert into crm_touch (tenant_id, contact_id, at, id, source_id)
                select 'clinica-norte', contact, at, lpad(to_hex(n), 32, '0')::uuid,
                    (select array_agg(source_id) from crm_touch)[1 + n %% 12]
                from %s""".formatted(moments(contacts, conversations / 4)));
    }

    /** Some come often and most seldom; each came first at a time of their own, and stays for one. */
    private static String moments(int contacts, int count) {
        return """
                (select n, lpad(to_hex(c), 32, '0')::uuid as contact, usual, timestamptz '2026-10-01T12:00Z'
                    - (began - least(began - 1, (hashint8extended(n, 1) & 2147483647) %% (1 + stays))) * interval '1 second' as at
                from (select n, 1 + ((hashint8extended(n, 7) & 2147483647) %% %1$d)
                        * ((hashint8extended(n, 8) & 2147483647) %% %1$d) / %1$d as c
                    from generate_series(1, %2$d) n) x
                cross join lateral (select 1 + (hashint8extended(c, 3) & 2147483647) %% 94608000 as began,
                    ((hashint8extended(c, 4) & 2147483647) %% 9727) * ((hashint8extended(c, 5) & 2147483647) %% 9727)
                        as stays,
                    (hashint8extended(c, 6) & 2147483647) %% 5000 as usual) y) m""".formatted(contacts, count);
    }
}
