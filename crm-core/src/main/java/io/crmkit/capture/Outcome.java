package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.InteractionId;

/**
 * What became of one event. Durable when it is returned, unless the host's own transaction still has to commit.
 *
 * @since 0.1
 */
public sealed interface Outcome {
    /** A new entry of the timeline. */
    record Captured(InteractionId interaction, ContactId contact) implements Outcome {}

    /** It was here already and said nothing new. */
    record Known() implements Outcome {}

    /** It changed a message that is here. */
    record Applied(InteractionId interaction) implements Outcome {}

    /** Its message is not here yet; it is applied when the message comes. */
    record Parked() implements Outcome {}

    /** It said who is who, and that was noted. */
    record Noted() implements Outcome {}

    /** It is of a person who was erased, from before that: nothing of it was kept. */
    record Erased() implements Outcome {}

    /** It could not be understood and waits, whole, for somebody to look at it. */
    record KeptAside(String reason) implements Outcome {}
}
