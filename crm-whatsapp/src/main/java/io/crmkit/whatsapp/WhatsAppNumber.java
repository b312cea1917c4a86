package io.crmkit.whatsapp;

import io.crmkit.tenant.TenantId;
import java.util.function.Supplier;

/**
 * A number that a tenant sends from, with what it takes to. Immutable; tells its access token to nobody but the platform.
 *
 * @since 0.1
 */
public final class WhatsAppNumber {
    /** What the platform allows a number at first, in and out. */
    private static final int PER_SECOND = 80;

    private final TenantId tenant;
    private final String phoneNumberId;
    private final Supplier<String> token;
    private final int perSecond;

    private WhatsAppNumber(TenantId tenant, String phoneNumberId, Supplier<String> token, int perSecond) {
        if (phoneNumberId.isEmpty()
                || phoneNumberId.length() > 64
                || !phoneNumberId.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("A phone number id is 1 to 64 digits");
        }
        if (perSecond < 1 || perSecond > 1_000) {
            throw new IllegalArgumentException("A number sends 1 to 1,000 messages a second");
        }
        this.tenant = tenant;
        this.phoneNumberId = phoneNumberId;
        this.token = token;
        this.perSecond = perSecond;
    }

    /**
     * A tenant's number.
     *
     * @param phoneNumberId Meta's id of the number, not the number itself
     * @param token answers with the access token; asked for each message, so that it may be replaced meanwhile
     */
    public static WhatsAppNumber of(TenantId tenant, String phoneNumberId, Supplier<String> token) {
        return new WhatsAppNumber(tenant, phoneNumberId, token, PER_SECOND);
    }

    /**
     * The same, sending at most so many messages a second: where several applications send from one number, the share
     * of each. By default 80.
     */
    public WhatsAppNumber perSecond(int messages) {
        return new WhatsAppNumber(tenant, phoneNumberId, token, messages);
    }

    TenantId tenant() {
        return tenant;
    }

    String phoneNumberId() {
        return phoneNumberId;
    }

    String token() {
        return token.get();
    }

    int perSecond() {
        return perSecond;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "WhatsAppNumber[" + tenant + ", " + phoneNumberId + "]";
    }
}
