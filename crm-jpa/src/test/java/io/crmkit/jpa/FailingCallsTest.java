package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class FailingCallsTest {
    @Nested
    class OnH2 extends FailingCallsRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends FailingCallsRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
