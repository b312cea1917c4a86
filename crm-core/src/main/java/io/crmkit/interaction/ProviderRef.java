package io.crmkit.interaction;

/**
 * What makes a message the same message: the provider's id within the account it came through. Contains a phone number
 * on some channels, so storage keeps only a keyed hash to look it up by.
 *
 * @param id 1 to 512 characters
 * @since 0.1
 */
public record ProviderRef(ChannelAccount account, String id) {
    public ProviderRef {
        if (id.isBlank() || id.length() > 512) {
            throw new IllegalArgumentException("A provider's message id has 1 to 512 characters");
        }
    }

    /** Without the id, which may contain a phone number. */
    @Override
    public String toString() {
        return "ProviderRef[" + account + "]";
    }
}
