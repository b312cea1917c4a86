package io.crmkit.capture;

import io.crmkit.contact.Naming;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;

/**
 * An update that came before its message.
 *
 * @param told what the provider called the contact when it told of it
 * @since 0.1
 */
public record ParkedUpdate(ProviderRef target, MessageUpdate update, Naming told, Instant receivedAt) {}
