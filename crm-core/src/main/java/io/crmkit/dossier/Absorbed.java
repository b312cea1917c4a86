package io.crmkit.dossier;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Tag;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact that turned out to be another, as it is on record for the day on which it may be itself again.
 *
 * @param into whom its id leads to, who may have been absorbed too
 * @param status that was set by hand, if any
 * @since 0.1
 */
public record Absorbed(
        ContactId id,
        ContactId into,
        Naming naming,
        @Nullable ContactStatus status,
        Set<Tag> tags,
        Map<String, AttributeValue> attributes) {
    public Absorbed {
        tags = Set.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }
}
