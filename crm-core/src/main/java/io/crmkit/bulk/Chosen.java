package io.crmkit.bulk;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Trace;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import java.util.Set;

/**
 * Which contacts a bulk job is about. Who they are is fixed at one moment, when the job is first taken up: from then on
 * nobody comes in, and who no longer fulfils the criterion is dealt with all the same.
 *
 * @since 0.1
 */
public sealed interface Chosen {
    /** Those with these ids, at most 10,000. One that another absorbed stands for that. */
    record These(Set<ContactId> ids) implements Chosen {
        private static final int MOST = 10_000;

        public These {
            if (ids.isEmpty() || ids.size() > MOST) {
                throw new IllegalArgumentException("1 to 10,000 contacts are chosen by id");
            }
            ids = Set.copyOf(ids);
        }
    }

    /** All that fulfil it, however many. Its days are counted from when the job was asked for. */
    record All(Criterion criterion) implements Chosen {}

    /** Says for the audit who is chosen, or by what. */
    default Trace tell(Trace trace, UnitOfWork work) {
        return this instanceof All all
                ? trace.filter(work, ContactQuery.of(all.criterion()).canonical())
                : trace.of(((These) this).ids());
    }
}
