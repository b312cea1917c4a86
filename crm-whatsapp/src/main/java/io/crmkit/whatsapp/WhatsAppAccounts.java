package io.crmkit.whatsapp;

import io.crmkit.tenant.TenantId;
import java.util.Map;
import java.util.Optional;

/**
 * The port that says which tenant a WhatsApp number belongs to. Asked once for each change of a webhook: implementations
 * answer from memory and are thread-safe. What it knows nothing of waits in the quarantine, see
 * {@link WhatsAppWebhook#replayUnrouted()}; if it throws, the webhook is not acknowledged and comes again.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface WhatsAppAccounts {
    /**
     * Whose number it is; empty if nobody's.
     *
     * @param phoneNumberId Meta's id of the business's number, not the number itself
     */
    Optional<WhatsAppAccount> find(String phoneNumberId);

    /** Every number belongs to the one tenant. */
    static WhatsAppAccounts all(TenantId tenant) {
        WhatsAppAccount account = WhatsAppAccount.of(tenant);
        return phoneNumberId -> Optional.of(account);
    }

    /** Tenants by phone number id. */
    static WhatsAppAccounts of(Map<String, TenantId> tenants) {
        Map<String, TenantId> known = Map.copyOf(tenants);
        return phoneNumberId -> Optional.ofNullable(known.get(phoneNumberId)).map(WhatsAppAccount::of);
    }
}
