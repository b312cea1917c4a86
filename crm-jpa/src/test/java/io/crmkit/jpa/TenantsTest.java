package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class TenantsTest {
    @Nested
    class OnH2 extends TenantsRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends TenantsRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
