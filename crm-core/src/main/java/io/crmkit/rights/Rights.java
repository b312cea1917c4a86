package io.crmkit.rights;

import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Permission;
import java.util.Optional;

/**
 * What one actor does for the people behind contacts. Thread-safe.
 *
 * @since 0.1
 */
public final class Rights {
    private final Actor actor;
    private final Access access;
    private final Erasing erasing;

    public Rights(Actor actor, Access access, Erasing erasing) {
        this.actor = actor;
        this.access = access;
        this.erasing = erasing;
    }

    /**
     * Erases a contact, every contact it was merged of, and everything about them. When it returns nothing of them can be
     * read on any node; very long histories are removed by then too, whatever dies meanwhile. What is delivered again of
     * the time before is let go by; what the person writes later makes a new contact.
     *
     * <p>In a transaction of the host's it is erased when that commits.
     *
     * @return the certificate, the same one if it was erased before; empty if there is no such contact
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#ERASE}
     */
    public Optional<Erasure> erase(ContactId contact) {
        access.require(actor, Permission.ERASE);
        return erasing.erase(actor.tenant(), actor.name(), contact);
    }

    /** The certificate of a contact that was erased. */
    public Optional<Erasure> erasure(ContactId contact) {
        access.require(actor, Permission.ERASE);
        return erasing.find(actor.tenant(), contact);
    }
}
