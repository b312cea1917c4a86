package io.crmkit.interaction;

import io.crmkit.contact.Naming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came after a message was said: edits and reactions in time order, and when it was taken back.
 *
 * @param edits every edit, each once
 * @param reactions of each side the newest, an empty emoji where it was taken back
 * @param deletedAt the earliest deletion; null if it stands
 * @param told what the provider called the contact when it told of any of this, the latest counting
 * @since 0.1
 */
public record Aftermath(
        List<MessageEdited> edits,
        List<Reacted> reactions,
        @Nullable Instant deletedAt,
        Naming told) {
    /** Nothing yet. */
    public static final Aftermath NONE = new Aftermath(List.of(), List.of(), null, Naming.NONE);

    public Aftermath {
        edits = List.copyOf(edits);
        reactions = List.copyOf(reactions);
    }

    Aftermath and(MessageEdited edit) {
        return new Aftermath(Edits.plus(edits, edit), reactions, deletedAt, told);
    }

    Aftermath and(Reacted reaction) {
        return new Aftermath(edits, Edits.plus(reactions, reaction), deletedAt, told);
    }

    Aftermath and(MessageDeleted deletion) {
        boolean earlier = deletedAt == null || deletion.at().isBefore(deletedAt);
        return new Aftermath(edits, reactions, earlier ? deletion.at() : deletedAt, told);
    }

    Aftermath and(Naming naming) {
        return new Aftermath(edits, reactions, deletedAt, told.and(naming));
    }
}
