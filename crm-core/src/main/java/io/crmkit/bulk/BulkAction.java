package io.crmkit.bulk;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.outreach.Campaign;
import io.crmkit.privacy.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done to each contact. A new one says here what it needs and in {@link Enactment} how it is done; the rest of the
 * package does not tell them apart.
 *
 * @since 0.1
 */
public sealed interface BulkAction {
    /** What whoever asks for it must be allowed, besides {@link Permission#CHANGE_IN_BULK}. */
    default Permission permission() {
        return Permission.EDIT_CONTACT;
    }

    /** How many contacts share a transaction: so few that nobody waits long for them. */
    default int batch() {
        return 200;
    }

    /** Puts tags on. */
    record PutTags(Set<Tag> tags) implements BulkAction {
        public PutTags {
            tags = some(tags);
        }
    }

    /** Takes tags off. */
    record TakeTags(Set<Tag> tags) implements BulkAction {
        public TakeTags {
            tags = some(tags);
        }
    }

    /**
     * Sets the status by hand.
     *
     * @param status null lets it follow from activity again
     */
    record SetStatus(@Nullable ContactStatus status) implements BulkAction {}

    /** Makes each one with the survivor; each merge can be undone like one made by hand. */
    record MergeInto(ContactId survivor) implements BulkAction {
        @Override
        public Permission permission() {
            return Permission.MERGE_CONTACTS;
        }

        @Override
        public int batch() {
            return 1;
        }
    }

    /**
     * Sends each a message, as far as it may be sent them: decided for each right before, at the provider's pace. Whom it
     * is not their hour, or the provider does not take it yet, is come back to.
     */
    record Broadcast(Campaign campaign) implements BulkAction {
        @Override
        public Permission permission() {
            return Permission.SEND_MESSAGES;
        }

        @Override
        public int batch() {
            return 1;
        }
    }

    private static Set<Tag> some(Set<Tag> tags) {
        if (tags.isEmpty() || tags.size() > 20) {
            throw new IllegalArgumentException("1 to 20 tags");
        }
        return Set.copyOf(tags);
    }
}
