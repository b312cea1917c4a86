package io.crmkit.dossier;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Trace;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import java.util.List;

/**
 * Which contacts are taken, and in what order.
 *
 * @since 0.1
 */
public sealed interface Scope {
    /** Every contact, by first contact. */
    Scope EVERYTHING = new Matching(ContactQuery.of(Criterion.EVERYBODY).by(ContactQuery.Order.FIRST_CONTACT));

    /** These contacts, in this order, also by the ids of those they absorbed; each once, unknown ones are left out. */
    record Chosen(List<ContactId> contacts) implements Scope {
        public Chosen {
            contacts = List.copyOf(contacts);
        }
    }

    /** The contacts that fulfil a query, in its order. */
    record Matching(ContactQuery query) implements Scope {}

    /** Says for the audit by what contacts are taken. */
    default Trace tell(Trace trace, UnitOfWork work) {
        return this instanceof Matching matching
                ? trace.filter(work, matching.query().canonical())
                : trace;
    }

    static Scope of(ContactId... contacts) {
        return new Chosen(List.of(contacts));
    }

    static Scope of(ContactQuery query) {
        return new Matching(query);
    }
}
