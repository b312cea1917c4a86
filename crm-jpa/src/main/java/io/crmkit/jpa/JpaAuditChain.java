package io.crmkit.jpa;

import io.crmkit.audit.AuditChain;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditLink;
import io.crmkit.capture.Overtaken;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What seals the audit, in the database. */
final class JpaAuditChain implements AuditChain {
    private static final String END = "select seq, seal, proof, handed from crm_audit_chain where tenant_id = :tenant";

    private final Sql sql;
    private final Sealing sealing;

    JpaAuditChain(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public End hold() {
        Optional<End> held = end(END + " for update");
        if (held.isPresent()) {
            return held.get();
        }
        byte[] genesis = HexFormat.of().parseHex(AuditLink.GENESIS);
        sql.update(
                sql.ignoring("crm_audit_chain (tenant_id, seq, seal, proof, handed)", "0, ?, ?, 0", "true"),
                row -> row.bytes(genesis).bytes(proof(0, genesis)));
        return end(END + " for update").orElseThrow(() -> new Overtaken("Somebody else begins the chain"));
    }

    @Override
    public End end() {
        return end(END).orElse(End.NONE);
    }

    private Optional<End> end(String select) {
        return sql.one(select, row -> {}, row -> {
            long place = row.getLong("seq");
            byte[] seal = row.getBytes("seal");
            boolean genuine = Arrays.equals(row.getBytes("proof"), proof(place, seal));
            return new End(place, HexFormat.of().formatHex(seal), row.getLong("handed"), genuine);
        });
    }

    @Override
    public Beginning beginning() {
        return sql.one(
                        "select begun_seq, begun_seal, begun_proof from crm_audit_chain where tenant_id = :tenant"
                                + " and begun_seq > 0",
                        row -> {},
                        row -> {
                            long place = row.getLong("begun_seq");
                            byte[] seal = row.getBytes("begun_seal");
                            byte[] proof = row.getBytes("begun_proof");
                            return seal == null || proof == null
                                    ? new Beginning(place, AuditLink.GENESIS, false)
                                    : new Beginning(
                                            place,
                                            HexFormat.of().formatHex(seal),
                                            Arrays.equals(proof, proof("audit-begin", place, seal)));
                        })
                .orElse(Beginning.NONE);
    }

    @Override
    public long older(Instant before) {
        return sql.one("""
                        select count(*) from crm_audit where tenant_id = :tenant and seq < coalesce((
                            select min(a.seq) from crm_audit a where a.tenant_id = :tenant and a.happened_at >= ?), ?)""", row -> row.time(before).big(Long.MAX_VALUE), row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public void forget(List<AuditLink> links) {
        AuditLink last = links.get(links.size() - 1);
        byte[] seal = HexFormat.of().parseHex(last.seal());
        // First, as only what is before the beginning can be removed.
        sql.update(
                "update crm_audit_chain set begun_seq = ?, begun_seal = ?, begun_proof = ? where tenant_id = :tenant",
                row -> row.big(last.place()).bytes(seal).bytes(proof("audit-begin", last.place(), seal)));
        sql.update("delete from crm_audit where tenant_id = :tenant and seq <= ?", row -> row.big(last.place()));
        sql.each(
                "delete from crm_audit_contact where tenant_id = :tenant and happened_at = ? and entry_id = ?",
                links.stream()
                        .map(AuditLink::entry)
                        .filter(entry -> !entry.contacts().isEmpty())
                        .toList(),
                (row, entry) -> row.time(entry.at()).id(entry.id()));
    }

    private byte[] proof(long place, byte[] seal) {
        return proof("audit-end", place, seal);
    }

    /** What only who has the tenant's keys can write. */
    private byte[] proof(String of, long place, byte[] seal) {
        return sealing.hash(of, ByteBuffer.allocate(8).putLong(place).array(), seal)
                .bytes();
    }

    @Override
    public List<AuditEntry> waiting(int limit) {
        // In no order: one would lead the database along all that is sealed already.
        return AuditRows.withContacts(
                sql,
                sql.list(
                        "select * from crm_audit where tenant_id = :tenant and seq is null fetch first " + limit
                                + " rows only",
                        row -> {},
                        AuditRows::entry));
    }

    @Override
    public long waiting() {
        return sql.one(
                        "select count(*) from crm_audit where tenant_id = :tenant and seq is null",
                        row -> {},
                        row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public void seal(List<AuditLink> links) {
        sql.eachOnce(
                "update crm_audit set seq = ?, seal = ?"
                        + " where tenant_id = :tenant and happened_at = ? and id = ? and seq is null",
                links,
                (row, link) -> row.big(link.place())
                        .bytes(HexFormat.of().parseHex(link.seal()))
                        .time(link.entry().at())
                        .id(link.entry().id()));
        AuditLink last = links.get(links.size() - 1);
        byte[] seal = HexFormat.of().parseHex(last.seal());
        sql.update(
                "update crm_audit_chain set seq = ?, seal = ?, proof = ? where tenant_id = :tenant",
                row -> row.big(last.place()).bytes(seal).bytes(proof(last.place(), seal)));
    }

    @Override
    public void handed(long place) {
        sql.update(
                "update crm_audit_chain set handed = ? where tenant_id = :tenant and handed < ?",
                row -> row.big(place).big(place));
    }

    @Override
    public List<AuditLink> behind(long place, int limit) {
        List<Long> places = new ArrayList<>();
        List<String> seals = new ArrayList<>();
        List<AuditEntry> entries = AuditRows.withContacts(
                sql,
                sql.list(
                        "select * from crm_audit where tenant_id = :tenant and seq > ? order by tenant_id, seq"
                                + " fetch first " + limit + " rows only",
                        row -> row.big(place),
                        row -> {
                            places.add(row.getLong("seq"));
                            byte[] seal = row.getBytes("seal");
                            seals.add(seal == null ? "" : HexFormat.of().formatHex(seal));
                            return AuditRows.entry(row);
                        }));
        List<AuditLink> links = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            links.add(new AuditLink(places.get(i), seals.get(i), entries.get(i)));
        }
        return links;
    }
}
