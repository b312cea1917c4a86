package io.crmkit.interaction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came after a message was said: edits and reactions in time order, and when it was taken back.
 *
 * @param edits every edit, each once
 * @param reactions of each side the newest, an empty emoji where it was taken back
 * @param deletedAt the earliest deletion; null if it stands
 * @since 0.1
 */
public record Aftermath(
        List<MessageEdited> edits,
        List<Reacted> reactions,
        @Nullable Instant deletedAt) {
    /** Nothing yet. */
    public static final Aftermath NONE = new Aftermath(List.of(), List.of(), null);

    public Aftermath {
        edits = List.copyOf(edits);
        reactions = List.copyOf(reactions);
    }

    Aftermath and(MessageEdited edit) {
        return new Aftermath(Edits.plus(edits, edit), reactions, deletedAt);
    }

    Aftermath and(Reacted reaction) {
        return new Aftermath(edits, Edits.plus(reactions, reaction), deletedAt);
    }

    Aftermath and(MessageDeleted deletion) {
        boolean earlier = deletedAt == null || deletion.at().isBefore(deletedAt);
        return new Aftermath(edits, reactions, earlier ? deletion.at() : deletedAt);
    }
}
