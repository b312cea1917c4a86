package io.crmkit.capture;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a list that the business brings along, as it stands there.
 *
 * @param name loses against whatever a provider or a person calls the contact
 * @param phone in any notation, that of the tenant's country too
 * @param others identifiers of other kinds, such as the id in another system
 * @since 0.1
 */
public record ImportedContact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        List<Identifier> others,
        Set<Tag> tags) {
    public ImportedContact {
        others = List.copyOf(others);
        tags = Set.copyOf(tags);
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "ImportedContact";
    }
}
