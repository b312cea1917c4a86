package io.crmkit.jpa;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A statement that names its tenant as {@code :tenant}, wherever it needs it; one that does not is refused. */
record TenantSql(String text, BitSet tenantAt) {
    private static final String TENANT = ":tenant";
    private static final int MOST = 2_000;
    private static final Map<String, TenantSql> PARSED = new ConcurrentHashMap<>();

    static TenantSql of(String sql) {
        // Of lists there are as many statements as there are shapes of criteria.
        return PARSED.size() < MOST ? PARSED.computeIfAbsent(sql, TenantSql::parse) : known(sql);
    }

    private static TenantSql known(String sql) {
        TenantSql parsed = PARSED.get(sql);
        return parsed != null ? parsed : parse(sql);
    }

    private static TenantSql parse(String sql) {
        if (!sql.contains(TENANT)) {
            throw new IllegalArgumentException("A statement without tenant");
        }
        StringBuilder text = new StringBuilder(sql.length());
        BitSet tenantAt = new BitSet();
        int position = 0;
        for (int i = 0; i < sql.length(); i++) {
            if (sql.startsWith(TENANT, i)) {
                tenantAt.set(++position);
                text.append('?');
                i += TENANT.length() - 1;
            } else {
                position += sql.charAt(i) == '?' ? 1 : 0;
                text.append(sql.charAt(i));
            }
        }
        return new TenantSql(text.toString(), tenantAt);
    }
}
