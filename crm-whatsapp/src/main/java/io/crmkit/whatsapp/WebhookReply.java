package io.crmkit.whatsapp;

import io.crmkit.capture.CaptureReceipt;
import io.crmkit.capture.Outcome;
import io.crmkit.tenant.TenantId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to answer to a webhook request, and what became of what it brought.
 *
 * @param status the HTTP status
 * @param body the whole response body, to be sent as {@code text/plain}
 * @param receipts by tenant; what belongs to no tenant is under {@link TenantId#UNROUTED}. Empty if refused
 * @since 0.1
 */
public record WebhookReply(int status, String body, Map<TenantId, CaptureReceipt> receipts) {
    public WebhookReply {
        receipts = Collections.unmodifiableMap(new LinkedHashMap<>(receipts));
    }

    static WebhookReply of(int status, String body) {
        return new WebhookReply(status, body, Map.of());
    }

    /** What became of everything it brought. */
    public List<Outcome> outcomes() {
        return receipts.values().stream()
                .flatMap(receipt -> receipt.outcomes().stream())
                .toList();
    }

    /** Why something was kept aside, one sentence each. */
    public List<String> reasons() {
        return outcomes().stream()
                .filter(Outcome.KeptAside.class::isInstance)
                .map(outcome -> ((Outcome.KeptAside) outcome).reason())
                .toList();
    }
}
