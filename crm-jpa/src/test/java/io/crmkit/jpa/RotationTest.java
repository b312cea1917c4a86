package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class RotationTest {
    @Nested
    class OnH2 extends RotationRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends RotationRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
