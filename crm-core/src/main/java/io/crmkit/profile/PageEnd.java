package io.crmkit.profile;

import io.crmkit.UnknownCursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended, as text: the time, if there is one, and the id. */
record PageEnd(@Nullable Instant at, UUID id) {
    String text() {
        return (at == null ? "" : at.toString()) + "_" + id;
    }

    static @Nullable PageEnd parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int cut = text.lastIndexOf('_');
        try {
            String at = text.substring(0, Math.max(cut, 0));
            return new PageEnd(at.isEmpty() ? null : Instant.parse(at), UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw new UnknownCursor();
        }
    }

    Instant instant() {
        if (at == null) {
            throw new UnknownCursor();
        }
        return at;
    }
}
