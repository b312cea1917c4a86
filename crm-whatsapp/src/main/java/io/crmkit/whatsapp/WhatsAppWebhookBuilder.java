package io.crmkit.whatsapp;

import io.crmkit.Crm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a {@link WhatsAppWebhook} is made of. It has no default for whether signatures are checked: say one of
 * {@link #signedWith} and {@link #unsigned}.
 *
 * @since 0.1
 */
public final class WhatsAppWebhookBuilder {
    private final Crm crm;
    private final WhatsAppAccounts accounts;
    private final String verifyToken;
    private @Nullable Signature signature;

    WhatsAppWebhookBuilder(Crm crm, WhatsAppAccounts accounts, String verifyToken) {
        if (verifyToken.isBlank()) {
            throw new IllegalArgumentException("verifyToken must not be blank");
        }
        this.crm = crm;
        this.accounts = accounts;
        this.verifyToken = verifyToken;
    }

    /**
     * Accepts what is signed with any of these secrets: the app's, and while it is being changed the former one too.
     *
     * @throws IllegalArgumentException if there is none or one is blank
     * @throws IllegalStateException if this was settled before
     */
    public WhatsAppWebhookBuilder signedWith(String... appSecrets) {
        return settle(Signature.with(List.of(appSecrets)));
    }

    /**
     * Accepts everything, whoever sent it: for tests, and for bodies whose signature somebody checked already.
     *
     * @throws IllegalStateException if this was settled before
     */
    public WhatsAppWebhookBuilder unsigned() {
        return settle(Signature.unchecked());
    }

    /**
     * The webhook.
     *
     * @throws IllegalStateException if it was not said how signatures are checked
     */
    public WhatsAppWebhook build() {
        if (signature == null) {
            throw new IllegalStateException("WhatsAppWebhook: signedWith(appSecrets) or unsigned() is missing");
        }
        return new WhatsAppWebhook(crm, accounts, verifyToken, signature);
    }

    private WhatsAppWebhookBuilder settle(Signature choice) {
        if (signature != null) {
            throw new IllegalStateException("WhatsAppWebhook: signatures are settled already");
        }
        signature = choice;
        return this;
    }
}
