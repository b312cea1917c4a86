package io.crmkit.due;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to be looked at, not before a time.
 *
 * @param subject what it is about; a bulk job for {@link DueKind#BULK}, an entry of the audit for {@link DueKind#SEAL_AUDIT},
 *     {@link #EVERYBODY} for {@link DueKind#SURVEY_SEGMENTS} and {@link DueKind#RETAIN}, an erasure for {@link DueKind#ERASE},
 *     a message on its way for {@link DueKind#SEND}, a report for {@link DueKind#REPORT}, else a contact
 * @param since when the earliest of what is to be looked at happened; {@link #EVERYTHING} if all of it is
 * @param messages how many messages are behind it: as many as are {@link DueKind#enough enough} are not waited with
 * @since 0.1
 */
public record Due(UUID subject, DueKind kind, Instant at, Instant since, int messages) {
    /** The subject of what is about all contacts of a tenant. */
    public static final UUID EVERYBODY = new UUID(0, 0);

    /** From the beginning. */
    public static final Instant EVERYTHING = Instant.EPOCH;

    public Due(UUID subject, DueKind kind, Instant at) {
        this(subject, kind, at, EVERYTHING, 0);
    }

    /** Something that came up now. */
    public static Due atOnce(UUID subject, DueKind kind, Instant now) {
        return new Due(subject, kind, now, now, 0);
    }

    /** When it is to be looked at, now that so many messages are behind it: what was enough is due since it happened. */
    public Instant when() {
        return messages >= kind.enough() && since.isBefore(at) ? since : at;
    }

    /** This and more of it that came before anybody looked. */
    public Due and(Due more) {
        boolean enoughNow = messages < kind.enough() && messages + more.messages >= kind.enough();
        Instant earliest = since.isBefore(more.since) ? since : more.since;
        Instant time = enoughNow && earliest.isBefore(at) ? earliest : at;
        if (kind.impatient() && more.at.isBefore(time)) {
            time = more.at;
        }
        return new Due(subject, kind, time, earliest, messages + more.messages);
    }
}
