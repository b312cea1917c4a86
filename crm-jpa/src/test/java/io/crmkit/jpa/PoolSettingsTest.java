package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class PoolSettingsTest {
    @Nested
    class OnH2 extends PoolSettingsRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends PoolSettingsRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
