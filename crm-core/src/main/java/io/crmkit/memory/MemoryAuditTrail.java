package io.crmkit.memory;

import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditTrail;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done with the data of one tenant in memory. */
record MemoryAuditTrail(TenantState state) implements AuditTrail {
    @Override
    public void add(AuditEntry entry) {
        Cursor key = new Cursor(entry.at(), entry.id());
        state.audit.put(key, entry);
        state.unsealed.put(key, entry);
    }

    /** Without keys, as nothing here is sealed. */
    @Override
    public String hash(String text) {
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(hash.getMostSignificantBits()) + hex.toHexDigits(hash.getLeastSignificantBits());
    }

    @Override
    public List<AuditEntry> page(AuditQuery query, @Nullable Cursor olderThan, int limit) {
        NavigableMap<Cursor, AuditEntry> all = state.audit.rows();
        return (olderThan == null ? all : all.headMap(olderThan, false))
                .descendingMap().values().stream()
                        .filter(entry -> asked(query, entry))
                        .limit(limit)
                        .toList();
    }

    private boolean asked(AuditQuery query, AuditEntry entry) {
        return (query.contact() == null
                        || entry.contacts().stream()
                                .anyMatch(contact -> contact.equals(query.contact())
                                        || state.survivor(contact).equals(query.contact())))
                && (query.actor() == null || query.actor().equals(entry.actor()))
                && (query.from() == null || !entry.at().isBefore(query.from()))
                && (query.until() == null || entry.at().isBefore(query.until()));
    }
}
