package io.crmkit.interaction;

/**
 * An error as the provider told it.
 *
 * @param code the provider's number, by which to decide; 0 where it gave none
 * @param details for people; may quote personal data, so it is stored sealed
 * @since 0.1
 */
public record ProviderError(int code, String title, String details) {
    @Override
    public String toString() {
        return "ProviderError[" + code + "]";
    }
}
