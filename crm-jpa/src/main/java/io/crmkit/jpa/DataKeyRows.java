package io.crmkit.jpa;

import io.crmkit.capture.Overtaken;
import java.util.Collection;

/** Stores the data keys of new contacts, wrapped by no other key than the one that wraps now. */
final class DataKeyRows {
    private static final String WRAPS = """
             from crm_tenant_key where tenant_id = :tenant and purpose = 'seal' and version = ?
            and rewrapped_to is null""";

    private DataKeyRows() {}

    /** @throws Overtaken if there is a newer key, which is known from now on */
    static void add(Sql sql, Sealing sealing, Collection<DataKey> keys) {
        int version = sealing.version();
        String lock = sql.vendor().untouched();
        if (sql.vendor() == Vendor.H2) {
            // It locks nothing of what an insert reads.
            sql.list("select version" + WRAPS + lock, row -> row.number(version), row -> row.getInt(1));
        }
        String insert = "insert into crm_data_key (tenant_id, id, contact_id, wrapped, key_version)"
                + " select :tenant, ?, ?, ?, version" + WRAPS + (sql.vendor() == Vendor.H2 ? "" : lock);
        for (int stored : sql.each(
                insert,
                keys,
                (row, key) -> row.id(key.id()).id(key.id()).bytes(key.wrapped()).number(version))) {
            if (stored == 0) {
                sealing.renewed();
                throw new Overtaken("The key that wraps data keys was changed for a newer one");
            }
        }
    }
}
