package io.crmkit.capture;

import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;

/**
 * An update that came before its message.
 *
 * @since 0.1
 */
public record ParkedUpdate(ProviderRef target, MessageUpdate update, Instant receivedAt) {}
