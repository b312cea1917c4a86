package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class BelongingsTest {
    @Nested
    class OnH2 extends BelongingsRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgres extends BelongingsRules {
        OnPostgres() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
