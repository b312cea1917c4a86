package io.crmkit.jpa;

import io.crmkit.analytics.Attribution.Touch;
import io.crmkit.analytics.Sale;
import io.crmkit.analytics.Sales;
import io.crmkit.analytics.Touched;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all contacts of one tenant bought, a piece at a time, by key. */
final class JpaSales implements Sales {
    private static final int PIECE = 20_000;
    private static final UUID LOWEST = new UUID(0, 0);

    private static final String SALES = """
            select x.contact_id, x.at, x.id, x.kind, x.currency, x.amount, x.service_id, x.staff_id from crm_sale x
            where x.tenant_id = :tenant and (x.contact_id, x.at, x.id) > (?, ?, ?)
            order by x.tenant_id, x.contact_id, x.at, x.id fetch first ? rows only""";

    private static final String TOUCHES = """
            select t.contact_id, t.at, t.id, t.source_id from (
                select tenant_id, contact_id, at, id, source_id from crm_touch where tenant_id = :tenant
                union all
                select tenant_id, contact_id, occurred_at, id, source_id from crm_interaction
                where tenant_id = :tenant and source_id is not null) t
            where t.tenant_id = :tenant and (t.contact_id, t.at, t.id) > (?, ?, ?)
            order by t.tenant_id, t.contact_id, t.at, t.id fetch first ? rows only""";

    private final Sql sql;
    private final Sealing sealing;

    JpaSales(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    private record Place(UUID contact, Instant at, UUID id) {
        private static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getObject("contact_id", UUID.class), Times.present(row, "at"), row.getObject("id", UUID.class));
        }
    }

    private interface Reader<T> {
        T read(ResultSet row, Place place, Map<UUID, String> labels) throws SQLException;
    }

    private record Found<T>(Place place, T what) {}

    @Override
    public void each(Consumer<Sale> reader) {
        walk(SALES, JpaSales::sale, reader);
    }

    @Override
    public void touches(Consumer<Touched> reader) {
        walk(
                TOUCHES,
                (row, place, labels) -> new Touched(
                        new ContactId(place.contact),
                        new Touch(String.valueOf(label(row, "source_id", labels)), place.at)),
                reader);
    }

    private <T> void walk(String query, Reader<T> reading, Consumer<T> reader) {
        if (!sealing.exists()) {
            return;
        }
        Map<UUID, String> labels = LabelRows.all(sql, sealing);
        Place after = new Place(LOWEST, JpaSelections.EARLIEST, LOWEST);
        List<Found<T>> piece;
        do {
            Place from = after;
            piece = sql.list(
                    query, row -> row.id(from.contact).time(from.at).id(from.id).number(PIECE), row -> {
                        Place place = Place.of(row);
                        return new Found<>(place, reading.read(row, place, labels));
                    });
            for (Found<T> found : piece) {
                reader.accept(found.what);
                after = found.place;
            }
        } while (piece.size() == PIECE);
    }

    private static Sale sale(ResultSet row, Place place, Map<UUID, String> labels) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new Sale(
                new ContactId(place.contact),
                Codes.SALE.choice(row.getInt("kind")),
                place.at,
                amount == null ? null : new Money(amount, row.getString("currency")),
                label(row, "service_id", labels),
                label(row, "staff_id", labels));
    }

    private static @Nullable String label(ResultSet row, String column, Map<UUID, String> labels) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : labels.get(id);
    }
}
