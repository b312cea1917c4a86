package io.crmkit.jpa;

import io.crmkit.CrmException;
import java.sql.SQLException;

/**
 * The database failed or could not be reached. Nothing of the work is known to be kept; it may be done again, because
 * doing it twice does it once.
 *
 * @since 0.1
 */
public final class StorageFailure extends CrmException {
    private final String sqlState;

    StorageFailure(String doing, SQLException cause) {
        super(doing + " failed, SQL state " + cause.getSQLState(), cause);
        this.sqlState = String.valueOf(cause.getSQLState());
    }

    /** The standard's five characters, or {@code null} as text where the driver gave none. */
    public String sqlState() {
        return sqlState;
    }
}
