package io.crmkit.interaction;

import org.jspecify.annotations.Nullable;

/**
 * The advertisement or post that brought the customer. Only the first message after the click carries it.
 *
 * @param sourceType ad or post
 * @param sourceId the ad's or post's id
 * @param clickId the click's id for the platform's conversion reports
 * @since 0.1
 */
public record Referral(
        @Nullable String sourceType,
        @Nullable String sourceId,
        @Nullable String sourceUrl,
        @Nullable String headline,
        @Nullable String body,
        @Nullable String clickId,
        @Nullable String ref) {
    /** Without the click and the texts, which lead to a person. */
    @Override
    public String toString() {
        return "Referral[" + sourceType + "]";
    }
}
