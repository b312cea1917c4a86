package io.crmkit.rights;

import io.crmkit.contact.ContactId;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of an erasure to do it again, in a database restored from before it. Holds nothing personal: ids,
 * times and hashes under a key of the tenant's.
 *
 * @param by the actor who had it erased
 * @since 0.1
 */
public record ErasureNote(
        TenantId tenant, ErasureId id, String by, Instant at, Set<ContactId> contacts, Set<Grave> graves) {
    public ErasureNote {
        contacts = Set.copyOf(contacts);
        graves = Set.copyOf(graves);
    }

    /**
     * When an identifier was the person's.
     *
     * @param hash what stands for the identifier, in hexadecimal
     * @param after null if from the first
     */
    public record Grave(String hash, @Nullable Instant after, Instant until) {}

    /** With more of it, as far as a database knows. */
    public ErasureNote and(Collection<ContactId> moreContacts, Collection<Grave> moreGraves) {
        Set<ContactId> allContacts = new LinkedHashSet<>(contacts);
        allContacts.addAll(moreContacts);
        Set<Grave> allGraves = new LinkedHashSet<>(graves);
        allGraves.addAll(moreGraves);
        return new ErasureNote(tenant, id, by, at, allContacts, allGraves);
    }
}
