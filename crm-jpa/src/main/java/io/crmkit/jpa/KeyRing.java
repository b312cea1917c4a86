package io.crmkit.jpa;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of tenants, read once and kept for a while. Keys a transaction made are kept only after it committed. */
final class KeyRing {
    /** Seals what belongs to no contact yet. */
    static final UUID INTAKE = new UUID(0, 0);

    /** The purpose of the keys that wrap data keys. */
    static final String SEAL = "seal";

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
    record Keys(TenantKeys tenant, SearchKeys search, DataKey intake, SuppressionKey suppression) {
        int version() {
            return tenant.version();
        }
    }

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
        known.asMap().merge(tenant, keys, (old, now) -> old.version() < now.version() ? now : old);
    }

    /** The tenant's keys as they are stored now: another node may have made newer ones. */
    Optional<Keys> read(Sql sql) {
        Map<String, byte[]> others = new HashMap<>();
        SortedMap<Integer, byte[]> seals = new TreeMap<>();
        // In one statement, so that the keys are of the same moment as what they wrap.
        sql.list(
                """
                select purpose, version, wrapped from crm_tenant_key where tenant_id = :tenant
                union all
                select 'intake', 0, wrapped from crm_data_key where tenant_id = :tenant and id = ?""",
                row -> row.id(INTAKE),
                row -> row.getString(1).equals(SEAL)
                        ? seals.put(row.getInt(2), row.getBytes(3))
                        : others.put(row.getString(1), row.getBytes(3)));
        byte[] identity = others.get("identity");
        byte[] intake = others.get("intake");
        if (seals.isEmpty() || identity == null || intake == null) {
            return Optional.empty();
        }
        TenantKeys keys = TenantKeys.open(root, sql.tenant(), new TenantKeys.Wrapped(seals, identity));
        return Optional.of(new Keys(
                keys, search(sql), keys.open(INTAKE, intake), suppression(sql, others.get(SuppressionKey.PURPOSE))));
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

    /** The key of suppressions, made if the tenant is older than that. */
    private SuppressionKey suppression(Sql sql, byte @Nullable [] known) {
        byte[] stored = known;
        if (stored == null) {
            byte[] fresh = SuppressionKey.fresh(root, sql.tenant(), random);
            sql.update(
                    sql.ignoring("crm_tenant_key (tenant_id, purpose, version, wrapped)", "?, ?, ?", "purpose = ?"),
                    row -> row.text(SuppressionKey.PURPOSE)
                            .number(1)
                            .bytes(fresh)
                            .text(SuppressionKey.PURPOSE));
            stored = sql.one(
                            "select wrapped from crm_tenant_key where tenant_id = :tenant and purpose = ?",
                            row -> row.text(SuppressionKey.PURPOSE),
                            row -> row.getBytes("wrapped"))
                    .orElseThrow();
        }
        return SuppressionKey.open(root, sql.tenant(), stored);
    }

    private static Optional<byte[]> index(Sql sql) {
        return sql.one(
                "select wrapped from crm_tenant_key where tenant_id = :tenant and purpose = ? and version = ?",
                row -> row.text(SearchKeys.PURPOSE).number(SearchKeys.EPOCH),
                row -> row.getBytes("wrapped"));
    }

    private Keys make(Sql sql) {
        TenantKeys.Wrapped fresh = TenantKeys.fresh(root, sql.tenant(), random);
        fresh.seals().forEach((version, seal) -> store(sql, SEAL, version, seal));
        store(sql, "identity", TenantKeys.FIRST, fresh.identity());
        TenantKeys keys = TenantKeys.open(root, sql.tenant(), fresh);
        DataKey intake = keys.newDataKey(INTAKE, random);
        sql.update(
                "insert into crm_data_key (tenant_id, id, wrapped) values (:tenant, ?, ?)",
                row -> row.id(INTAKE).bytes(intake.wrapped()));
        return new Keys(keys, search(sql), intake, suppression(sql, null));
    }

    /** Stores a newer key to wrap with; its version. */
    int addNewer(Sql sql, TenantKeys keys) {
        int version = keys.version() + 1;
        store(sql, SEAL, version, keys.newer(root));
        return version;
    }

    private static void store(Sql sql, String purpose, int version, byte[] wrapped) {
        sql.update(
                "insert into crm_tenant_key (tenant_id, purpose, version, wrapped) values (:tenant, ?, ?, ?)",
                row -> row.text(purpose).number(version).bytes(wrapped));
    }
}
