package io.crmkit.jpa;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys of tenants, read once and kept for a while. Keys a transaction made are kept only after it committed. */
final class KeyRing {
    /** Seals what belongs to no contact yet. */
    static final UUID INTAKE = new UUID(0, 0);

    private static final int VERSION = 1;

    private final KeyService root;
    private final SecureRandom random;
    private final Cache<TenantId, Keys> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    KeyRing(KeyService root, SecureRandom random) {
        this.root = root;
        this.random = random;
    }

    /** A tenant's keys, those by which it searches, and the data key of what belongs to no contact. */
    record Keys(TenantKeys tenant, SearchKeys search, DataKey intake) {}

    SecureRandom random() {
        return random;
    }

    /** The tenant's keys; empty if it has stored nothing yet. */
    Optional<Keys> existing(Sql sql) {
        Keys cached = known.getIfPresent(sql.tenant());
        return cached != null ? Optional.of(cached) : read(sql);
    }

    /** The tenant's keys, made if there are none. */
    Keys ensured(Sql sql) {
        return existing(sql).orElseGet(() -> make(sql));
    }

    /** Keeps what a committed transaction read. */
    void keep(TenantId tenant, Keys keys) {
        // Put again with every capture, they would never expire while they are in use.
        if (known.getIfPresent(tenant) != keys) {
            known.put(tenant, keys);
        }
    }

    private Optional<Keys> read(Sql sql) {
        Map<String, byte[]> wrapped = sql
                .list(
                        "select purpose, wrapped from crm_tenant_key where tenant_id = :tenant and version = ?",
                        row -> row.number(VERSION),
                        row -> Map.entry(row.getString("purpose"), row.getBytes("wrapped")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        byte[] seal = wrapped.get("seal");
        byte[] identity = wrapped.get("identity");
        if (seal == null || identity == null) {
            return Optional.empty();
        }
        TenantKeys keys = TenantKeys.open(root, sql.tenant(), new TenantKeys.Wrapped(seal, identity));
        return sql.one(
                        "select wrapped from crm_data_key where tenant_id = :tenant and id = ?",
                        row -> row.id(INTAKE),
                        row -> row.getBytes("wrapped"))
                .map(intake -> new Keys(keys, search(sql), keys.open(INTAKE, intake)));
    }

    /** The keys by which a tenant searches, made if it is older than them. */
    private SearchKeys search(Sql sql) {
        Optional<byte[]> stored = index(sql);
        if (stored.isEmpty()) {
            byte[] fresh = SearchKeys.fresh(root, sql.tenant(), random);
            sql.update(
                    sql.ignoring("crm_tenant_key (tenant_id, purpose, version, wrapped)", "?, ?, ?", "purpose = ?"),
                    row -> row.text(SearchKeys.PURPOSE)
                            .number(SearchKeys.EPOCH)
                            .bytes(fresh)
                            .text(SearchKeys.PURPOSE));
            stored = index(sql);
        }
        return SearchKeys.open(root, sql.tenant(), stored.orElseThrow());
    }

    private static Optional<byte[]> index(Sql sql) {
        return sql.one(
                "select wrapped from crm_tenant_key where tenant_id = :tenant and purpose = ? and version = ?",
                row -> row.text(SearchKeys.PURPOSE).number(SearchKeys.EPOCH),
                row -> row.getBytes("wrapped"));
    }

    private Keys make(Sql sql) {
        TenantKeys.Wrapped fresh = TenantKeys.fresh(root, sql.tenant(), random);
        String insert = "insert into crm_tenant_key (tenant_id, purpose, version, wrapped) values (:tenant, ?, ?, ?)";
        sql.update(insert, row -> row.text("seal").number(VERSION).bytes(fresh.seal()));
        sql.update(insert, row -> row.text("identity").number(VERSION).bytes(fresh.identity()));
        TenantKeys keys = TenantKeys.open(root, sql.tenant(), fresh);
        DataKey intake = keys.newDataKey(INTAKE, random);
        sql.update(
                "insert into crm_data_key (tenant_id, id, wrapped) values (:tenant, ?, ?)",
                row -> row.id(INTAKE).bytes(intake.wrapped()));
        return new Keys(keys, search(sql), intake);
    }
}
