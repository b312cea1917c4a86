package io.crmkit.outreach;

import io.crmkit.contact.Identifier;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.tenant.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a messenger is to send.
 *
 * @param id which the provider is to give back with whatever it tells of the message
 * @param about the provider's id of the message that {@link Outgoing#about()} names; null if it names none
 * @since 0.1
 */
public record Dispatch(
        UUID id,
        TenantId tenant,
        ChannelAccount from,
        Identifier to,
        Outgoing message,
        @Nullable String about) {
    /** Without the provider's id, which may contain a phone number. */
    @Override
    public String toString() {
        return "Dispatch[" + id + ", " + from + ", " + message + "]";
    }
}
