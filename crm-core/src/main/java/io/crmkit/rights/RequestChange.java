package io.crmkit.rights;

import io.crmkit.request.PersonRequest;

/**
 * What became of a request that somebody wanted to change.
 *
 * @since 0.1
 */
public sealed interface RequestChange {
    /** It is as they wanted. */
    record Changed(PersonRequest request) implements RequestChange {}

    /** It is as it was. */
    record Refused(Reason reason) implements RequestChange {}

    /** Why not. */
    enum Reason {
        UNKNOWN_REQUEST,
        CLOSED_ALREADY,
        EXTENDED_ALREADY,
        /** The law it is to be answered by knows no extension. */
        NO_EXTENSION,
        /** An extension is told before the first deadline or not at all. */
        TOO_LATE
    }
}
