package io.crmkit.testkit.storage;

import io.crmkit.Storage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The rules that capture and the profiles keep on any storage, all of them seen through the door. An adapter's test
 * extends it and says how the storage is opened.
 *
 * @since 0.1
 */
public abstract class StorageContract extends WorkContract {
    /** Rules about people's rights and the audit, which mutation tests are run against. */
    private static final String PRIVACY = "privacy";

    @Override
    public boolean sharesData() {
        return false;
    }

    @Override
    public Storage again() {
        throw new UnsupportedOperationException("This storage has no second instance over the same data");
    }

    @Nested
    class FirstContact extends FirstContactRules {
        FirstContact() {
            super(StorageContract.this);
        }
    }

    @Nested
    class BusinessSide extends BusinessSideRules {
        BusinessSide() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Once extends OnceRules {
        Once() {
            super(StorageContract.this);
        }
    }

    @Nested
    class AnyOrder extends AnyOrderRules {
        AnyOrder() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Batches extends BatchRules {
        Batches() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Identifiers extends IdentifierRules {
        Identifiers() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Joining extends JoiningRules {
        Joining() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Importing extends ImportRules {
        Importing() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Merging extends MergeRules {
        Merging() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Undoing extends UndoRules {
        Undoing() {
            super(StorageContract.this);
        }
    }

    @Nested
    class MergedBelongings extends MergedBelongingsRules {
        MergedBelongings() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Duplicates extends DuplicateRules {
        Duplicates() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Appointments extends AppointmentRules {
        Appointments() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Figures extends FigureRules {
        Figures() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Operating extends OperationRules {
        Operating() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Reporting extends ReportRules {
        Reporting() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Scheduler extends SchedulerRules {
        Scheduler() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Attention extends AttentionRules {
        Attention() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Desks extends DeskRules {
        Desks() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Changes extends ChangeRules {
        Changes() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Conversations extends ConversationRules {
        Conversations() {
            super(StorageContract.this);
        }
    }

    @Nested
    class LateMessages extends LateMessageRules {
        LateMessages() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Reading extends ReadingRules {
        Reading() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Additions extends AdditionRules {
        Additions() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Selections extends SelectionRules {
        Selections() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Criteria extends CriteriaRules {
        Criteria() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Segments extends SegmentRules {
        Segments() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Searching extends SearchRules {
        Searching() {
            super(StorageContract.this);
        }
    }

    @Nested
    class SearchedText extends SearchedTextRules {
        SearchedText() {
            super(StorageContract.this);
        }
    }

    @Nested
    class ContactSearch extends ContactSearchRules {
        ContactSearch() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class Erasing extends ErasureRules {
        Erasing() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class ErasedAndBack extends ErasedAndBackRules {
        ErasedAndBack() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class Consents extends ConsentRules {
        Consents() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class RequestsOfPersons extends RequestRules {
        RequestsOfPersons() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class AuditPurging extends AuditPurgeRules {
        AuditPurging() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class RetainingDaily extends RetainDailyRules {
        RetainingDaily() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class AccessByPersons extends AccessRules {
        AccessByPersons() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class RecycledNumbers extends RecycledNumberRules {
        RecycledNumbers() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class RightsOnRecord extends RightsOnRecordRules {
        RightsOnRecord() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Sending extends OutreachRules {
        Sending() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Broadcasts extends BroadcastRules {
        Broadcasts() {
            super(StorageContract.this);
        }
    }

    @Nested
    class SentOnce extends SentOnceRules {
        SentOnce() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class Restricting extends RestrictionRules {
        Restricting() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class Retaining extends RetentionRules {
        Retaining() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Exporting extends ExportRules {
        Exporting() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Tenants extends TenantRules {
        Tenants() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Trespassing extends TrespassRules {
        Trespassing() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Ports extends PortRules {
        Ports() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class Audit extends AuditRules {
        Audit() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Tag(PRIVACY)
    class AuditSeal extends SealRules {
        AuditSeal() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Failing extends FailingRules {
        Failing() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Events extends EventRules {
        Events() {
            super(StorageContract.this);
        }
    }

    @Nested
    class EventDelivery extends EventDeliveryRules {
        EventDelivery() {
            super(StorageContract.this);
        }
    }

    @Nested
    class EventFailures extends EventFailureRules {
        EventFailures() {
            super(StorageContract.this);
        }
    }

    @Nested
    class Listening extends ListenerRules {
        Listening() {
            super(StorageContract.this);
        }
    }

    @Nested
    class SegmentEvents extends SegmentEventRules {
        SegmentEvents() {
            super(StorageContract.this);
        }
    }
}
