package io.crmkit.spring;

import io.crmkit.whatsapp.WebhookReply;

/** Counts what became of the events that webhooks brought. */
@FunctionalInterface
interface CaptureCounts {
    void add(WebhookReply reply);
}
