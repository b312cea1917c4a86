package io.crmkit.interaction;

/**
 * The business's end of a channel: one WhatsApp number, one Instagram page.
 *
 * @param channel such as {@code whatsapp}; 1 to 40 of {@code a-z 0-9 _}
 * @param account the provider's id of the business's account; printable, at most 128 characters
 * @since 0.1
 */
public record ChannelAccount(String channel, String account) {
    public ChannelAccount {
        boolean channelValid = !channel.isEmpty()
                && channel.length() <= 40
                && channel.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
        boolean accountValid =
                !account.isEmpty() && account.length() <= 128 && account.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (!channelValid || !accountValid) {
            throw new IllegalArgumentException(
                    "A channel is 1 to 40 of a-z 0-9 _, an account 1 to 128 printable ASCII characters");
        }
    }

    @Override
    public String toString() {
        return channel + ":" + account;
    }
}
