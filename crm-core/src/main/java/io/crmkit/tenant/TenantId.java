package io.crmkit.tenant;

import java.util.regex.Pattern;

/**
 * The name of one business, chosen by the host: 1 to 63 of {@code a-z 0-9 . _ -}, beginning with a letter or digit.
 *
 * @since 0.1
 */
public record TenantId(String value) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** Where updates wait whose account belongs to no tenant yet. No host can name a tenant like this. */
    public static final TenantId UNROUTED = new TenantId("~unrouted");

    public TenantId {
        if (!value.equals("~unrouted") && !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A tenant id is 1 to 63 of a-z 0-9 . _ - and begins with a letter or digit");
        }
    }

    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
