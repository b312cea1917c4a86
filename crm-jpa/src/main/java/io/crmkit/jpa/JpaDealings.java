package io.crmkit.jpa;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Dealings;
import io.crmkit.appointment.Patronage;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.ProviderRef;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the contacts of one tenant booked and paid: read from the timeline, and as rows that criteria ask. */
final class JpaDealings implements Dealings {
    static final String APPOINTMENTS = "appointments";

    private final Sql sql;
    private final Sealing sealing;

    JpaDealings(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public Map<ContactId, List<Dealing>> of(Collection<ContactId> contacts) {
        if (!sealing.exists()) {
            return Map.of();
        }
        return sql.list("""
                select x.*, k.id as data_key, k.wrapped from crm_interaction x
                join crm_data_key k on k.tenant_id = x.tenant_id and k.id = x.data_key_id
                where x.tenant_id = :tenant and x.contact_id = any(?) and x.kind = 100""", row -> row.ids(values(contacts)), this::dealing).stream()
                .collect(Collectors.groupingBy(dealing -> dealing.occurrence().contact()));
    }

    private Dealing dealing(ResultSet row) throws SQLException {
        InteractionRows.Columns columns = new InteractionRows.Columns(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("account"),
                row.getInt("kind"),
                row.getInt("author"),
                row.getInt("origin"),
                Times.present(row, "occurred_at"),
                Times.present(row, "received_at"),
                row.getInt("reached"),
                null,
                null,
                null,
                row.getBytes("body"),
                null);
        DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
        return (Dealing) InteractionRows.interaction(columns, key);
    }

    private record AppointmentRow(UUID contact, Appointment appointment) {}

    private record FigureRow(UUID contact, String name, BigDecimal amount) {}

    @Override
    public void index(Map<ContactId, Patronage> contacts) {
        for (String table : List.of("crm_appointment", "crm_figure")) {
            sql.update(
                    "delete from " + table + " where tenant_id = :tenant and contact_id = any(?)",
                    row -> row.ids(values(contacts.keySet())));
        }
        List<AppointmentRow> appointments = new ArrayList<>();
        List<FigureRow> figures = new ArrayList<>();
        contacts.forEach((contact, patronage) -> {
            patronage.appointments().forEach(each -> appointments.add(new AppointmentRow(contact.value(), each)));
            figures(patronage).forEach((name, amount) -> figures.add(new FigureRow(contact.value(), name, amount)));
        });
        sql.each(
                """
                insert into crm_appointment (tenant_id, contact_id, id, status, starts_at, booked_at)
                values (:tenant, ?, ?, ?, ?, ?)""",
                appointments,
                (row, each) -> row.id(each.contact)
                        .id(id(each.appointment.ref()))
                        .number(Codes.APPOINTMENT.code(each.appointment.status()))
                        .time(each.appointment.start())
                        .time(each.appointment.bookedAt()));
        sql.each(
                "insert into crm_figure (tenant_id, contact_id, name, amount) values (:tenant, ?, ?, ?)",
                figures,
                (row, each) -> row.id(each.contact).text(each.name).amount(each.amount));
        SaleRows.replace(sql, sealing, contacts);
    }

    private static Map<String, BigDecimal> figures(Patronage patronage) {
        Map<String, BigDecimal> figures = patronage.appointments().stream()
                .collect(Collectors.toMap(each -> figure(each.status()), each -> BigDecimal.ONE, BigDecimal::add));
        if (!patronage.appointments().isEmpty()) {
            figures.put(
                    APPOINTMENTS, BigDecimal.valueOf(patronage.appointments().size()));
        }
        patronage.spend().forEach((currency, amount) -> figures.put(spend(currency), amount));
        patronage.revenue().forEach((currency, amount) -> figures.put(revenue(currency), amount));
        return figures;
    }

    static String figure(AppointmentStatus status) {
        return "appointments." + status.name();
    }

    static String spend(String currency) {
        return "spend." + currency;
    }

    static String revenue(String currency) {
        return "revenue." + currency;
    }

    private UUID id(ProviderRef ref) {
        ByteBuffer digest = ByteBuffer.wrap(
                sealing.hash("appointment", Sealing.utf8(ref.account().toString()), Sealing.utf8(ref.id()))
                        .bytes());
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static List<UUID> values(Collection<ContactId> contacts) {
        return contacts.stream().map(ContactId::value).toList();
    }
}
