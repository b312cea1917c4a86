package io.crmkit.outreach;

import io.crmkit.contact.Scheme;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The port to a channel by which messages are sent. It is never called within a transaction, holds to the provider's
 * pace by itself, and calls the provider at most once for each {@link #send}. Thread-safe.
 *
 * @since 0.1
 */
public interface Messenger {
    /** The channel of the accounts it sends from, such as {@code whatsapp}. */
    String channel();

    /** The kinds of address it sends to, the one it prefers first. */
    List<Scheme> reaches();

    /** From which account a tenant's messages are sent where nothing else is said; empty if that has to be said. */
    Optional<ChannelAccount> account(TenantId tenant);

    /** For how long after a contact's message anything may be said to them; empty for ever. */
    Optional<Duration> window();

    /**
     * Sends a message, or says why not. An answer that it does not understand, or that did not come, is
     * {@link Verdict.Unknown}: what is not known to have failed is not sent again.
     */
    Verdict send(Dispatch dispatch);
}
