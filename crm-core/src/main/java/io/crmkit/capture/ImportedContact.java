package io.crmkit.capture;

import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a list that the business brings along, as it stands there.
 *
 * @param name loses against whatever a provider or a person calls the contact
 * @param phone in any notation, that of the tenant's country too
 * @param others identifiers of other kinds, such as the id in another system
 * @param status null to let it follow from activity; one that somebody set here stays
 * @param attributes by name, in words: {@code 12.5} or {@code 12,5}, {@code 2026-03-31}, {@code true}; those set here stay
 * @param optedOut whether they are to be sent nothing unasked, on any channel
 * @since 0.1
 */
public record ImportedContact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        List<Identifier> others,
        Set<Tag> tags,
        @Nullable ContactStatus status,
        Map<String, String> attributes,
        boolean optedOut) {
    public ImportedContact {
        others = List.copyOf(others);
        tags = Set.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }

    /** One who did not opt out. */
    public ImportedContact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            List<Identifier> others,
            Set<Tag> tags,
            @Nullable ContactStatus status,
            Map<String, String> attributes) {
        this(name, phone, email, others, tags, status, attributes, false);
    }

    /** One of which no more is known. */
    public ImportedContact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            List<Identifier> others,
            Set<Tag> tags) {
        this(name, phone, email, others, tags, null, Map.of());
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "ImportedContact";
    }
}
