package io.crmkit.jpa;

import io.crmkit.capture.Changes;
import io.crmkit.capture.Cluster;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.Ledger;
import io.crmkit.capture.Overtaken;
import io.crmkit.capture.Rearrangement;
import io.crmkit.capture.Recall;
import io.crmkit.capture.Recollection;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Knot;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Threading;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Capture's view of one tenant in the database. */
final class JpaLedger implements Ledger {
    private final Sql sql;
    private final Sealing sealing;
    private final Encounter encounter;

    /** Decided by heart, and the last thing of its unit of work: whatever comes after it begins again with reading. */
    private @Nullable Changes last;

    JpaLedger(Sql sql, Sealing sealing, Encounter encounter) {
        this.sql = sql;
        this.sealing = sealing;
        this.encounter = encounter;
    }

    @Override
    public Recollection recall(Recall recall) {
        return encounter.recall(recall).orElseGet(() -> {
            encounter.insistOnReading();
            Recollection read = new RecallReader(sql, sealing).run(recall);
            encounter.learn(recall, read);
            return read;
        });
    }

    @Override
    public void record(Changes changes) {
        if (last != null || !hotOnly(changes)) {
            encounter.insistOnReading();
        }
        if (encounter.byHeart()) {
            last = changes;
        } else {
            write(changes);
        }
        encounter.made(changes);
    }

    private void write(Changes changes) {
        NewContacts.create(sql, sealing, changes.contacts());
        IdentityRows.keep(sql, sealing, changes.statements());
        rename(changes.renamed());
        ContactTermRows.keep(sql, sealing, changes);
        writeHot(changes, sql.vendor() == Vendor.POSTGRESQL ? new PostgresHotWrites(sql) : new PortableHotWrites(sql));
        SaleRows.refer(sql, sealing, changes);
        WordRows.replace(sql, sealing, changes.reindexed());
        InteractionWrites.replace(sql, sealing, changes.changed());
        JpaReadings.forget(
                sql, changes.reworded().stream().map(InteractionId::value).toList());
        park(changes);
        changes.setAside().forEach(this::setAside);
        JpaConsents consents = new JpaConsents(sql, sealing);
        changes.consents().forEach(each -> consents.add(each.contact(), each.consent()));
    }

    /**
     * Writes what was decided by heart, and commits.
     *
     * @throws Overtaken to begin again
     */
    void finish() {
        if (last != null) {
            writeHot(
                    last,
                    new WriteByHeart(
                            sql, encounter.asked().stream().map(sealing::hash).toList()));
        }
    }

    /** Whether it is about known contacts and new interactions alone, none of which came by an advertisement. */
    private static boolean hotOnly(Changes changes) {
        return changes.contacts().isEmpty()
                && changes.statements().isEmpty()
                && changes.renamed().isEmpty()
                && changes.changed().isEmpty()
                && changes.parked().isEmpty()
                && changes.unparked().isEmpty()
                && changes.erased().isEmpty()
                && changes.consents().isEmpty()
                && changes.setAside().isEmpty()
                && !SaleRows.refers(changes);
    }

    private void writeHot(Changes changes, HotWrites writes) {
        List<HotWrites.NewRow> rows = changes.entries().stream()
                .map(entry -> InteractionWrites.sealed(entry, sealing))
                .toList();
        var touches = Touch.of(changes, sealing::epoch);
        HotWrites.After after = new HotWrites.After(changes.due(), EventRows.Told.of(changes.posting(), sealing));
        if (rows.isEmpty()
                && touches.isEmpty()
                && changes.conversations().isEmpty()
                && after.shape() == HotWrites.Shape.ALONE) {
            return;
        }
        writes.write(rows, touches, changes.conversations(), after);
        touches.forEach(touch -> sealing.risen(touch.contact()));
    }

    private void rename(Map<ContactId, Naming> renamed) {
        sql.each(
                "update crm_contact set display_name = ?, username = ? where tenant_id = :tenant and id = ?",
                renamed.entrySet(),
                (row, entry) -> {
                    ContactId contact = entry.getKey();
                    DataKey key = sealing.of(contact);
                    Naming naming = entry.getValue();
                    row.bytes(ContactRows.sealed(contact, key, ContactRows.DISPLAY_NAME, naming.displayName()))
                            .bytes(ContactRows.sealed(contact, key, ContactRows.USERNAME, naming.username()))
                            .id(contact.value());
                });
    }

    private void park(Changes changes) {
        sql.each(
                """
                insert into crm_pending_update
                    (tenant_id, target_hash, digest, received_at, data_key_id, sealed, route_hash)
                select :tenant, ?, ?, ?, ?, ?, ? where not exists (
                    select 1 from crm_pending_update where tenant_id = :tenant and target_hash = ? and digest = ?)""",
                changes.parked().entrySet().stream()
                        .map(each -> PendingRows.seal(each.getKey(), each.getValue(), sealing))
                        .toList(),
                (row, p) -> row.bytes(p.target().bytes())
                        .bytes(p.digest().bytes())
                        .time(p.update().receivedAt())
                        .id(KeyRing.INTAKE)
                        .bytes(p.sealed())
                        .bytes(p.route().bytes())
                        .bytes(p.target().bytes())
                        .bytes(p.digest().bytes()));
        sql.each(
                "delete from crm_pending_update where tenant_id = :tenant and target_hash = ?",
                gone(changes),
                (row, ref) -> row.bytes(sealing.hash(ref).bytes()));
        ErasedMessages.add(sql, changes.erased().stream().map(sealing::hash).collect(Collectors.toSet()));
    }

    private static Set<ProviderRef> gone(Changes changes) {
        Set<ProviderRef> gone = new LinkedHashSet<>(changes.unparked());
        gone.addAll(changes.erased());
        return gone;
    }

    private void setAside(Unreadable what, Instant at) {
        byte[] plain = UnreadableCodec.encode(what);
        ByteBuffer digest = ByteBuffer.wrap(sealing.hash("set-aside", plain).bytes());
        UUID id = new UUID(digest.getLong(), digest.getLong());
        byte[] sealed = sealing.intake().seal("crm_set_aside", "sealed", Sealing.row(id), plain);
        sql.update(
                """
                insert into crm_set_aside (tenant_id, id, received_at, data_key_id, sealed)
                select :tenant, ?, ?, ?, ?
                where not exists (select 1 from crm_set_aside where tenant_id = :tenant and id = ?)
                    and not exists (select 1 from crm_erased_message where tenant_id = :tenant and ref_hash = ?)""",
                row -> row.id(id)
                        .time(at)
                        .id(KeyRing.INTAKE)
                        .bytes(sealed)
                        .id(id)
                        .bytes(Sealing.row(id)));
    }

    @Override
    public Cluster cluster(Set<MatchKey> keys) {
        encounter.rearranged();
        return new ClusterReader(sql, sealing).read(keys);
    }

    @Override
    public void rearrange(Rearrangement rearrangement) {
        encounter.rearranged();
        new Rearranging(sql, sealing, Belongings.ALL).apply(rearrangement);
    }

    @Override
    public Map<ChannelAccount, List<Knot>> knots(ContactId contact) {
        encounter.rearranged();
        ContactRows.lock(sql, List.of(contact));
        return InteractionWrites.knots(sql, contact);
    }

    @Override
    public void rethread(ContactId contact, ChannelAccount account, List<Threading.Thread> threads) {
        encounter.rearranged();
        List<UUID> kept =
                threads.stream().map(t -> t.conversation().id().value()).toList();
        sealing.renew(contact);
        ConversationRows.clear(sql, contact, account, kept);
        ConversationRows.put(
                sql, threads.stream().map(Threading.Thread::conversation).toList());
        InteractionWrites.thread(sql, threads);
        InteractionWrites.recount(sql, contact);
    }

    @Override
    public Naming namesGivenBy(ContactId contact) {
        encounter.rearranged();
        return InteractionWrites.namesGivenBy(sql, sealing, contact);
    }
}
