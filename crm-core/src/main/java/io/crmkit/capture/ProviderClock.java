package io.crmkit.capture;

import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Reads provider times as of one receipt: to the microsecond every database keeps, and never further in the future than
 * clocks disagree, since a time far ahead would hold every window open.
 */
record ProviderClock(Instant now) {
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    ProviderClock {
        now = now.truncatedTo(ChronoUnit.MICROS);
    }

    Instant of(Instant told) {
        if (told.isAfter(now.plus(TOLERANCE))) {
            return now;
        }
        return told.isBefore(Instant.EPOCH) ? Instant.EPOCH : told.truncatedTo(ChronoUnit.MICROS);
    }

    MessageUpdate of(MessageUpdate told) {
        Instant at = of(told.at());
        if (told instanceof StatusReached status) {
            return new StatusReached(status.state(), at, status.error());
        } else if (told instanceof MessageEdited edit) {
            return new MessageEdited(at, edit.content());
        } else if (told instanceof Reacted reaction) {
            return new Reacted(reaction.by(), at, reaction.emoji());
        }
        return new MessageDeleted(at);
    }
}
