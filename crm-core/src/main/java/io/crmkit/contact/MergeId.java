package io.crmkit.contact;

import java.util.UUID;

/**
 * The id of a merge, by which it is undone.
 *
 * @since 0.1
 */
public record MergeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
