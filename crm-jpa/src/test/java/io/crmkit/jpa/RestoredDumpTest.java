package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class RestoredDumpTest {
    @Nested
    class OnH2 extends RestoredDumpRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends RestoredDumpRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
