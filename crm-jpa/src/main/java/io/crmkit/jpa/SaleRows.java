package io.crmkit.jpa;

import io.crmkit.analytics.Sale;
import io.crmkit.analytics.Touched;
import io.crmkit.appointment.Patronage;
import io.crmkit.capture.Changes;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Money;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What contacts bought and what brought them, as rows that figures are read off. */
final class SaleRows {
    private SaleRows() {}

    private record SaleRow(UUID id, Sale sale) {}

    private record TouchRow(UUID id, Touched touched) {}

    /** Puts in place of what there was what follows from what was told of these contacts. */
    static void replace(Sql sql, Sealing sealing, Map<ContactId, Patronage> contacts) {
        List<UUID> ids = contacts.keySet().stream().map(ContactId::value).toList();
        for (String table : List.of("crm_sale", "crm_touch")) {
            sql.update(
                    "delete from " + table + " where tenant_id = :tenant and contact_id = any(?)", row -> row.ids(ids));
        }
        List<SaleRow> sales = new ArrayList<>();
        List<TouchRow> touches = new ArrayList<>();
        Set<String> names = new HashSet<>();
        contacts.forEach((contact, patronage) -> {
            for (Sale sale : Sale.of(contact, patronage)) {
                sales.add(new SaleRow(new UUID(0, sales.size()), sale));
                Stream.of(sale.service(), sale.staff())
                        .filter(name -> name != null)
                        .forEach(names::add);
            }
            for (Touched touched : Touched.of(contact, patronage)) {
                touches.add(new TouchRow(new UUID(0, touches.size()), touched));
                names.add(touched.touch().source());
            }
        });
        LabelRows.keep(sql, sealing, names);
        sql.each("""
                insert into crm_sale (tenant_id, contact_id, at, id, kind, currency, amount, service_id, staff_id)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?)""", sales, (row, each) -> bind(row, each, sealing));
        sql.each(
                "insert into crm_touch (tenant_id, contact_id, at, id, source_id) values (:tenant, ?, ?, ?, ?)",
                touches,
                (row, each) -> row.id(each.touched.contact().value())
                        .time(each.touched.touch().at())
                        .id(each.id)
                        .id(LabelRows.id(each.touched.touch().source(), sealing)));
    }

    private static void bind(Row row, SaleRow each, Sealing sealing) throws SQLException {
        Sale sale = each.sale;
        Money money = sale.money();
        row.id(sale.contact().value())
                .time(sale.at())
                .id(each.id)
                .number(Codes.SALE.code(sale.kind()))
                .text(money == null ? null : money.currency())
                .amount(money == null ? null : money.amount())
                .id(LabelRows.id(sale.service(), sealing))
                .id(LabelRows.id(sale.staff(), sealing));
    }

    private record Referred(UUID message, String source) {}

    /** Whether one of the messages came by an advertisement or a post. */
    static boolean refers(Changes changes) {
        return !referred(changes).isEmpty();
    }

    /** Notes by which advertisement or post messages came. */
    static void refer(Sql sql, Sealing sealing, Changes changes) {
        List<Referred> all = referred(changes);
        LabelRows.keep(sql, sealing, all.stream().map(Referred::source).toList());
        sql.each(
                "update crm_interaction set source_id = ? where tenant_id = :tenant and id = ?",
                all,
                (row, each) -> row.id(LabelRows.id(each.source, sealing)).id(each.message));
    }

    private static List<Referred> referred(Changes changes) {
        Collection<Interaction> written = new ArrayList<>(changes.changed());
        changes.entries().forEach(entry -> written.add(entry.interaction()));
        List<Referred> all = new ArrayList<>();
        for (Interaction each : written) {
            if (each instanceof Message message) {
                source(message, all);
            }
        }
        return all;
    }

    private static void source(Message message, List<Referred> all) {
        @Nullable String source = Touched.source(message.original()).orElse(null);
        if (source != null) {
            all.add(new Referred(message.id().value(), source));
        }
    }
}
