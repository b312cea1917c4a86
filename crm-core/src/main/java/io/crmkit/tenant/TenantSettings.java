package io.crmkit.tenant;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What differs from business to business.
 *
 * @param zone the zone in which the tenant reads dates
 * @param locale the language and region of its staff
 * @param country ISO 3166 alpha-2, used to read phone numbers written without a country code
 * @param currency ISO 4217
 * @param silence a conversation that was silent for longer than this, by provider time, is followed by a new one
 * @since 0.1
 */
public record TenantSettings(ZoneId zone, Locale locale, String country, String currency, Duration silence) {
    /** Buenos Aires, rioplatense Spanish, pesos, 24 hours of silence. */
    public static final TenantSettings DEFAULT = new TenantSettings(
            ZoneId.of("America/Argentina/Buenos_Aires"), new Locale("es", "AR"), "AR", "ARS", Duration.ofHours(24));

    public TenantSettings {
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("silence must be longer than zero");
        }
    }

    public TenantSettings withZone(ZoneId other) {
        return new TenantSettings(other, locale, country, currency, silence);
    }

    public TenantSettings withSilence(Duration other) {
        return new TenantSettings(zone, locale, country, currency, other);
    }
}
