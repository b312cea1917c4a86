package io.crmkit.testkit.storage;

import org.junit.jupiter.api.Nested;

/** The rules of what is done later: due work, bulk changes and reading facts. */
abstract class WorkContract implements StorageUnderTest {
    @Nested
    class DueWork extends DueRules {
        DueWork() {
            super(WorkContract.this);
        }
    }

    @Nested
    class FailingWork extends DueFailingRules {
        FailingWork() {
            super(WorkContract.this);
        }
    }

    @Nested
    class CapturedWork extends DueCaptureRules {
        CapturedWork() {
            super(WorkContract.this);
        }
    }

    @Nested
    class Bulk extends BulkRules {
        Bulk() {
            super(WorkContract.this);
        }
    }

    @Nested
    class BulkInterruptions extends BulkInterruptionRules {
        BulkInterruptions() {
            super(WorkContract.this);
        }
    }

    @Nested
    class BulkAccess extends BulkAccessRules {
        BulkAccess() {
            super(WorkContract.this);
        }
    }

    @Nested
    class Extraction extends ExtractionRules {
        Extraction() {
            super(WorkContract.this);
        }
    }

    @Nested
    class ExtractedOnce extends ExtractedOnceRules {
        ExtractedOnce() {
            super(WorkContract.this);
        }
    }

    @Nested
    class Hostile extends HostileRules {
        Hostile() {
            super(WorkContract.this);
        }
    }

    @Nested
    class AnyWindow extends AnyWindowRules {
        AnyWindow() {
            super(WorkContract.this);
        }
    }

    @Nested
    class Trials extends TrialRules {
        Trials() {
            super(WorkContract.this);
        }
    }

    @Nested
    class Stuck extends StuckRules {
        Stuck() {
            super(WorkContract.this);
        }
    }

    @Nested
    class Insights extends InsightRules {
        Insights() {
            super(WorkContract.this);
        }
    }
}
