package io.crmkit;

import java.util.List;
import java.util.Optional;

/**
 * A part of a longer list.
 *
 * @param next to be given to the same call for the part after it; empty at the end. Its text is nobody's business.
 * @param <T> what is listed
 * @since 0.1
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
