package io.crmkit.jpa;

import org.junit.jupiter.api.Nested;

class IndexRebuildTest {
    @Nested
    class OnH2 extends IndexRebuildRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends IndexRebuildRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
