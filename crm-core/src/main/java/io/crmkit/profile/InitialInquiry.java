package io.crmkit.profile;

import io.crmkit.interaction.Referral;
import org.jspecify.annotations.Nullable;

/**
 * What brought the contact: read off their first conversation.
 *
 * @param text the first thing they wrote; null if they only sent what has no text
 * @param referral the advertisement they came from; null if they came by themselves
 * @since 0.1
 */
public record InitialInquiry(
        @Nullable String text, @Nullable Referral referral) {
    /** Without what was asked, which is personal. */
    @Override
    public String toString() {
        return "InitialInquiry[" + (referral == null ? "" : "referred") + "]";
    }
}
