package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class SwappedSealsTest {
    @Nested
    class OnH2 extends SwappedSealsRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends SwappedSealsRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
