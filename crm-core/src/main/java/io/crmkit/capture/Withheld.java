package io.crmkit.capture;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import java.util.Collection;
import java.util.Set;

/** Tells who is not to be used. Thread-safe. */
@FunctionalInterface
public interface Withheld {
    /** Those of some contacts. */
    Set<ContactId> among(UnitOfWork work, Collection<ContactId> contacts);
}
