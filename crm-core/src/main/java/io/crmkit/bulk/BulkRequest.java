package io.crmkit.bulk;

/**
 * What is asked for.
 *
 * @param key names the request, 1 to 200 characters: the host gives the same to the same request, so that asking twice is
 *     asking once
 * @since 0.1
 */
public record BulkRequest(String key, BulkAction action, Chosen contacts) {
    public BulkRequest {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("A request key has 1 to 200 characters");
        }
    }

    /** Without the key, which is the host's. */
    @Override
    public String toString() {
        return "BulkRequest[" + action.getClass().getSimpleName() + "]";
    }
}
