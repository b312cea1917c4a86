/**
 * The WhatsApp Cloud API as a channel: webhooks come in and become what capture understands.
 *
 * <p>A host needs {@link io.crmkit.whatsapp.WhatsAppWebhook}, the door, and implements
 * {@link io.crmkit.whatsapp.WhatsAppAccounts}, which says whose a number is; the other public types are what these take
 * and return.
 */
@NullMarked
package io.crmkit.whatsapp;

import org.jspecify.annotations.NullMarked;
