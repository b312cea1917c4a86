package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Contacts;
import io.crmkit.membership.Membership;
import io.crmkit.membership.Memberships;
import io.crmkit.membership.Survey;
import io.crmkit.segment.SegmentKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Noticed memberships in the database, where segments go by a keyed hash. */
record JpaMemberships(Sql sql, Sealing sealing) implements Memberships {
    private static final String TABLE = "crm_segment_key";
    private static final String SURVEY =
            "select definitions, reached_at, reached_id, done from crm_segment_survey where tenant_id = :tenant and begun";

    private UUID id(SegmentKey segment) {
        ByteBuffer hash =
                ByteBuffer.wrap(sealing.hash("segment-key", bytes(segment)).bytes());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static byte[] bytes(SegmentKey segment) {
        return segment.value().getBytes(StandardCharsets.UTF_8);
    }

    private SegmentKey key(UUID id, byte[] sealed) {
        return SegmentKey.of(
                new String(sealing.intake().unseal(TABLE, "sealed", Sealing.row(id), sealed), StandardCharsets.UTF_8));
    }

    @Override
    public Map<ContactId, Set<SegmentKey>> of(Collection<ContactId> contacts) {
        Map<ContactId, Set<SegmentKey>> all = new HashMap<>();
        sql.list(
                        """
                        select m.contact_id, m.segment_id, k.sealed from crm_membership m
                        join crm_segment_key k on k.tenant_id = m.tenant_id and k.segment_id = m.segment_id
                        where m.tenant_id = :tenant and m.contact_id = any(?)""",
                        row -> row.ids(contacts.stream().map(ContactId::value).toList()),
                        row -> new Membership(
                                new ContactId(row.getObject("contact_id", UUID.class)),
                                key(row.getObject("segment_id", UUID.class), row.getBytes("sealed"))))
                .forEach(each -> all.computeIfAbsent(each.contact(), c -> new TreeSet<>())
                        .add(each.segment()));
        return all;
    }

    @Override
    public List<Membership> add(List<Membership> memberships) {
        if (memberships.isEmpty()) {
            return List.of();
        }
        keep(memberships.stream().map(Membership::segment).distinct().sorted().toList());
        return changed(
                sql.ignoring(
                        "crm_membership (tenant_id, contact_id, segment_id)",
                        "?, ?",
                        "contact_id = ? and segment_id = ?"),
                memberships,
                true);
    }

    private void keep(List<SegmentKey> keys) {
        List<UUID> known = sql.list(
                "select segment_id from crm_segment_key where tenant_id = :tenant and segment_id = any(?)",
                row -> row.ids(keys.stream().map(this::id).toList()),
                row -> row.getObject(1, UUID.class));
        sql.each(
                sql.ignoring(
                        "crm_segment_key (tenant_id, segment_id, data_key_id, sealed)", "?, ?, ?", "segment_id = ?"),
                keys.stream().filter(key -> !known.contains(id(key))).toList(),
                (row, key) -> row.id(id(key))
                        .id(KeyRing.INTAKE)
                        .bytes(sealing.intake().seal(TABLE, "sealed", Sealing.row(id(key)), bytes(key)))
                        .id(id(key)));
    }

    @Override
    public List<Membership> remove(List<Membership> memberships) {
        return changed(
                "delete from crm_membership where tenant_id = :tenant and contact_id = ? and segment_id = ?",
                memberships,
                false);
    }

    /** Those of which a row changed, in the order in which rows are locked. */
    private List<Membership> changed(String statement, List<Membership> memberships, boolean twice) {
        List<Membership> sorted = memberships.stream()
                .sorted(Comparator.comparing(Membership::contact).thenComparing(Membership::segment))
                .toList();
        int[] rows = sql.each(statement, sorted, (row, each) -> {
            row.id(each.contact().value()).id(id(each.segment()));
            if (twice) {
                row.id(each.contact().value()).id(id(each.segment()));
            }
        });
        List<Membership> changed = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] > 0) {
                changed.add(sorted.get(i));
            }
        }
        return changed;
    }

    private static Survey survey(ResultSet row) throws SQLException {
        UUID reached = row.getObject("reached_id", UUID.class);
        Instant at = Times.at(row, "reached_at");
        return new Survey(
                row.getString("definitions"),
                reached == null ? null : new Contacts.Cursor(at, new ContactId(reached)),
                row.getBoolean("done"));
    }

    @Override
    public Optional<Survey> survey() {
        return sql.one(SURVEY, row -> {}, JpaMemberships::survey);
    }

    @Override
    public Optional<Survey> holdSurvey() {
        sql.update(
                sql.ignoring("crm_segment_survey (tenant_id, definitions, begun, done)", "'', false, false", "true"),
                row -> {});
        sql.list("select 1 from crm_segment_survey where tenant_id = :tenant for update", row -> {}, row -> 1);
        return survey();
    }

    @Override
    public void save(Survey survey) {
        Contacts.Cursor reached = survey.reached();
        sql.update(
                """
                update crm_segment_survey set definitions = ?, begun = true, reached_at = ?, reached_id = ?, done = ?
                where tenant_id = :tenant""",
                row -> row.text(survey.definitions())
                        .time(reached == null ? null : reached.first())
                        .id(reached == null ? null : reached.id().value())
                        .flag(survey.done()));
    }
}
