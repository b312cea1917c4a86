package io.crmkit.dashboard;

import io.crmkit.Crm;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a {@link Dashboard} is made of. Everything has a default.
 *
 * @since 0.1
 */
public final class DashboardBuilder {
    private static final int SECRET = 32;

    private final Crm crm;
    private boolean readOnly;
    private boolean masked;
    private byte @Nullable [] secret;

    DashboardBuilder(Crm crm) {
        this.crm = crm;
    }

    /** Offers and does nothing that changes anything, whatever actors may do. */
    public DashboardBuilder readOnly() {
        readOnly = true;
        return this;
    }

    /** Shows nothing personal, whatever actors may see. */
    public DashboardBuilder masked() {
        masked = true;
        return this;
    }

    /**
     * What the forms' tokens are signed with. By default it is drawn at the start, so a form that one node gave out is
     * refused by another: where there are several, all are given the same.
     *
     * @param bytes at least 32, from a good source of chance
     */
    public DashboardBuilder secret(byte[] bytes) {
        if (bytes.length < SECRET) {
            throw new IllegalArgumentException("secret must have at least " + SECRET + " bytes");
        }
        secret = bytes.clone();
        return this;
    }

    public Dashboard build() {
        byte[] key = secret;
        if (key == null) {
            key = new byte[SECRET];
            new SecureRandom().nextBytes(key);
        }
        return new Dashboard(crm, new FormTokens(key, crm.clock()), new Switches(readOnly, masked));
    }
}
