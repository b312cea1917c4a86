package io.crmkit.jpa;

import java.sql.SQLException;
import org.junit.jupiter.api.Nested;

class HostTransactionTest {
    @Nested
    class OnH2 extends HostTransactionRules {
        OnH2() throws SQLException {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends HostTransactionRules {
        OnPostgresql() throws SQLException {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
