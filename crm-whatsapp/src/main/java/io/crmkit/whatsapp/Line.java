package io.crmkit.whatsapp;

import io.crmkit.interaction.ChannelAccount;
import io.crmkit.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The business's number a change came through.
 *
 * @param scope what its users' ids are unique in
 * @param number the number itself, in digits; null if it was not told
 */
record Line(
        TenantId tenant,
        ChannelAccount account,
        String scope,
        @Nullable String number) {
    static final String CHANNEL = "whatsapp";
    static final int LONGEST_ID = 128;

    /** Whether it is the business's own number. */
    boolean is(@Nullable String phone) {
        return phone != null && number != null && number.equals(Text.digits(phone));
    }
}
