package io.crmkit.jpa;

import io.crmkit.tenant.TenantId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds parameters one after the other; the tenant binds itself wherever the statement names it. */
final class Row {
    private final Connection connection;
    private final PreparedStatement statement;
    private final TenantSql sql;
    private final TenantId tenant;
    private int position;

    Row(Connection connection, PreparedStatement statement, TenantSql sql, TenantId tenant) {
        this.connection = connection;
        this.statement = statement;
        this.sql = sql;
        this.tenant = tenant;
    }

    private int next() throws SQLException {
        bindTenant();
        return ++position;
    }

    /** Binds the tenant where it comes next. */
    void bindTenant() throws SQLException {
        while (sql.tenantAt().get(position + 1)) {
            statement.setString(++position, tenant.value());
        }
    }

    Row text(@Nullable String value) throws SQLException {
        statement.setString(next(), value);
        return this;
    }

    Row number(int value) throws SQLException {
        statement.setInt(next(), value);
        return this;
    }

    Row big(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(next(), Types.BIGINT);
        } else {
            statement.setLong(next(), value);
        }
        return this;
    }

    Row amount(@Nullable BigDecimal value) throws SQLException {
        statement.setBigDecimal(next(), value);
        return this;
    }

    Row optional(@Nullable Integer value) throws SQLException {
        if (value == null) {
            statement.setNull(next(), Types.INTEGER);
        } else {
            statement.setInt(next(), value);
        }
        return this;
    }

    Row flag(boolean value) throws SQLException {
        statement.setBoolean(next(), value);
        return this;
    }

    Row id(@Nullable UUID value) throws SQLException {
        if (value == null) {
            statement.setNull(next(), Types.OTHER);
        } else {
            statement.setObject(next(), value);
        }
        return this;
    }

    Row bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(next(), value);
        return this;
    }

    Row time(@Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(next(), Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(next(), Times.stored(value));
        }
        return this;
    }

    /** An array, for {@code = any(?)} and {@code unnest(?)}. */
    Row array(String type, Object[] values) throws SQLException {
        statement.setArray(next(), connection.createArrayOf(type, values));
        return this;
    }

    /** An array as PostgreSQL writes it, of what needs no quotes: cheaper to write than the driver's, which quotes all. */
    Row written(Collection<?> values) throws SQLException {
        StringBuilder array = new StringBuilder(40 * values.size() + 2).append('{');
        for (Object value : values) {
            array.append(array.length() == 1 ? "" : ",").append(value == null ? "NULL" : value);
        }
        statement.setObject(next(), array.append('}').toString(), Types.OTHER);
        return this;
    }

    Row hashes(Vendor vendor, Collection<Hash> hashes) throws SQLException {
        return array(vendor.bytes(), hashes.stream().map(Hash::bytes).toArray(byte[][]::new));
    }

    Row ids(Collection<UUID> ids) throws SQLException {
        return array("uuid", ids.toArray(UUID[]::new));
    }
}
