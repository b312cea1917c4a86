package io.crmkit.duplicate;

import io.crmkit.UnknownCursor;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of suggestions ended, as text.
 *
 * @param place of the marks it came to; null among those whom a provider calls one
 * @param after the last pair there; null if it goes on with the first
 */
record DuplicatesEnd(@Nullable Long place, @Nullable Pair after) {
    static final DuplicatesEnd START = new DuplicatesEnd(null, null);

    String text() {
        return (place == null ? "" : place.toString()) + (after == null ? "" : "_" + after.one() + "_" + after.other());
    }

    static DuplicatesEnd parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        int pair = text.indexOf('_');
        int second = text.lastIndexOf('_');
        String place = pair < 0 ? text : text.substring(0, pair);
        if (place.isEmpty() && pair < 0 || pair >= 0 && pair == second) {
            throw new UnknownCursor();
        }
        try {
            return new DuplicatesEnd(
                    place.isEmpty() ? null : Long.valueOf(place),
                    pair < 0
                            ? null
                            : new Pair(
                                    ContactId.of(text.substring(pair + 1, second)),
                                    ContactId.of(text.substring(second + 1))));
        } catch (IllegalArgumentException foreign) {
            throw new UnknownCursor();
        }
    }
}
