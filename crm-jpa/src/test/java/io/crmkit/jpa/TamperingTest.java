package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class TamperingTest {
    @Nested
    class OnH2 extends TamperingRules {
        OnH2() throws Exception {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgres extends TamperingRules {
        OnPostgres() throws Exception {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
