package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class RootKeyTest {
    @Nested
    class OnH2 extends RootKeyRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends RootKeyRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
