package io.crmkit.insight;

import java.util.UUID;

/**
 * The id of a fact.
 *
 * @since 0.1
 */
public record FactId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
