package io.crmkit.whatsapp;

import io.crmkit.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Whose a WhatsApp number is.
 *
 * @param portfolio the business portfolio in which the number's user ids are unique; null for the WhatsApp Business
 *     Account the webhook names. Set it where one tenant has numbers of several accounts of one portfolio, or a customer
 *     who hides their number is somebody else at each account.
 * @since 0.1
 */
public record WhatsAppAccount(TenantId tenant, @Nullable String portfolio) {
    public WhatsAppAccount {
        if (portfolio != null && (portfolio.isBlank() || portfolio.length() > 128)) {
            throw new IllegalArgumentException("portfolio must have 1 to 128 characters");
        }
    }

    /** A tenant's number, its user ids unique within its WhatsApp Business Account. */
    public static WhatsAppAccount of(TenantId tenant) {
        return new WhatsAppAccount(tenant, null);
    }

    /** The same number, its user ids unique within this portfolio. */
    public WhatsAppAccount inPortfolio(String id) {
        return new WhatsAppAccount(tenant, id);
    }
}
