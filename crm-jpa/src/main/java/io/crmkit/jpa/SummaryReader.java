package io.crmkit.jpa;

import io.crmkit.contact.Activity;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Reads the contacts of a page whole, in its order: themselves, their identifiers and their tags in one statement. */
final class SummaryReader {
    private static final int CONTACT = 1;
    private static final int IDENTIFIER = 2;

    private static final String SQL = """
            with page as materialized (%s)
            select 1 as what, p.place, p.contact_id, cast(c.status as int) as code, a.first_at, a.last_at, a.interactions,
                a.from_customer, a.from_business, a.named_at as t2, a.username_at as t3, c.display_name as name,
                c.username, k.id as data_key, k.wrapped
            from page p
            join crm_contact c on c.tenant_id = :tenant and c.id = p.contact_id
            join crm_contact_activity a on a.tenant_id = :tenant and a.contact_id = p.contact_id
            join crm_data_key k on k.tenant_id = :tenant and k.id = c.data_key_id
            where c.joined_into is null and c.restricted_at is null
            union all
            select 2, p.place, p.contact_id, 0, null, null, 0, 0, 0, null, null, i.key_hash, i.sealed, k.id, k.wrapped
            from page p
            join crm_identifier i on i.tenant_id = :tenant and i.contact_id = p.contact_id
            join crm_data_key k on k.tenant_id = :tenant and k.id = i.data_key_id
            union all
            select 3, p.place, p.contact_id, g.category, null, null, 0, 0, 0, null, null, null, g.sealed, g.id, null
            from page p
            join crm_contact_tag t on t.tenant_id = :tenant and t.contact_id = p.contact_id
            join crm_tag g on g.tenant_id = :tenant and g.id = t.tag_id
            order by what, place""";

    private final Sql sql;
    private final Sealing sealing;
    private final Map<UUID, Naming> namings = new LinkedHashMap<>();
    private final Map<UUID, Activity> activities = new HashMap<>();
    private final Map<UUID, Integer> statuses = new HashMap<>();
    private final Map<UUID, List<Identifier>> identifiers = new HashMap<>();
    private final Map<UUID, SortedSet<Tag>> tags = new HashMap<>();

    SummaryReader(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    /** @param page a query for the columns {@code place} and {@code contact_id} */
    List<ContactSummary> read(String page, Sql.Binder binder) {
        String with = sql.vendor() == Vendor.POSTGRESQL ? SQL : SQL.replace("as materialized", "as");
        sql.list(with.formatted(page), binder, this::row);
        return namings.keySet().stream().map(this::summary).toList();
    }

    private boolean row(ResultSet row) throws SQLException {
        UUID contact = row.getObject("contact_id", UUID.class);
        switch (row.getInt("what")) {
            case CONTACT -> contact(contact, row);
            case IDENTIFIER ->
                identifiers
                        .computeIfAbsent(contact, c -> new ArrayList<>())
                        .add(IdentityRows.open(key(row), row.getBytes("name"), row.getBytes("username"))
                                .identifier());
            default ->
                tags.computeIfAbsent(contact, c -> new TreeSet<>())
                        .add(TagRows.open(
                                sealing,
                                row.getObject("data_key", UUID.class),
                                row.getInt("code"),
                                row.getBytes("username")));
        }
        return true;
    }

    private void contact(UUID contact, ResultSet row) throws SQLException {
        namings.put(contact, ContactRows.naming(row, new ContactId(contact), key(row)));
        statuses.put(contact, row.getInt("code"));
        int interactions = row.getInt("interactions");
        activities.put(
                contact,
                interactions == 0
                        ? Activity.NONE
                        : new Activity(
                                Times.present(row, "first_at"),
                                Times.present(row, "last_at"),
                                interactions,
                                row.getInt("from_customer"),
                                row.getInt("from_business")));
    }

    private DataKey key(ResultSet row) throws SQLException {
        return sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
    }

    private ContactSummary summary(UUID contact) {
        Naming naming = Objects.requireNonNull(namings.get(contact));
        ContactStatus set = Codes.status(Objects.requireNonNull(statuses.get(contact)));
        List<Identifier> held = identifiers.getOrDefault(contact, List.of()).stream()
                .sorted(Contact.IDENTIFIER_ORDER)
                .toList();
        return new ContactSummary(
                new Contact(
                        new ContactId(contact), set == null ? ContactStatus.ACTIVE : set, set != null, naming, held),
                Objects.requireNonNull(activities.get(contact)),
                tags.getOrDefault(contact, Collections.emptySortedSet()));
    }
}
