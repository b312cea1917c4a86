package io.crmkit.jpa;

import io.crmkit.capture.SetAsides;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** What was kept aside, in the database. */
final class JpaSetAsides implements SetAsides {
    private static final UUID FIRST = new UUID(0, 0);

    private final StatelessSession session;
    private final Sql sql;
    private final Sealing sealing;

    JpaSetAsides(StatelessSession session, Sql sql, Sealing sealing) {
        this.session = session;
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public List<SetAside> page(@Nullable UUID after, int limit) {
        return session
                .createSelectionQuery(
                        "from CrmSetAside s where s.tenant = :tenant and s.id > :after order by s.tenant, s.id",
                        CrmSetAside.class)
                .setParameter("tenant", sql.tenant().value())
                .setParameter("after", after == null ? FIRST : after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new SetAside(
                        row.id,
                        row.receivedAt,
                        UnreadableCodec.decode(
                                sealing.intake().unseal("crm_set_aside", "sealed", Sealing.row(row.id), row.sealed))))
                .toList();
    }

    @Override
    public void remove(UUID id) {
        sql.update("delete from crm_set_aside where tenant_id = :tenant and id = ?", row -> row.id(id));
    }
}
