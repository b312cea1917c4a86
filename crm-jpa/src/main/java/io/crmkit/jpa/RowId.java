package io.crmkit.jpa;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The primary key of every table that has ids: the tenant leads it. */
class RowId implements Serializable {
    private static final long serialVersionUID = 1L;

    @Nullable String tenant;

    @Nullable UUID id;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowId row && Objects.equals(tenant, row.tenant) && Objects.equals(id, row.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, id);
    }
}
