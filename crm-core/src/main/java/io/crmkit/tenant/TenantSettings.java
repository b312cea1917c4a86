package io.crmkit.tenant;

import io.crmkit.contact.AttributeType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What differs from business to business.
 *
 * @param zone the zone in which the tenant reads dates
 * @param locale the language and region of its staff
 * @param country ISO 3166 alpha-2, used to read phone numbers written without a country code
 * @param currency ISO 4217
 * @param silence a conversation that was silent for longer than this, by provider time, is followed by a new one
 * @param inactiveAfter days without anything happening after which a contact is inactive
 * @param attributes the custom attributes contacts may have
 * @param segments from when on contacts are in the automatic segments
 * @param outreach when and how often the tenant writes of its own accord
 * @since 0.1
 */
public record TenantSettings(
        ZoneId zone,
        Locale locale,
        String country,
        String currency,
        Duration silence,
        int inactiveAfter,
        List<AttributeType> attributes,
        SegmentThresholds segments,
        OutreachLimits outreach) {
    /**
     * Buenos Aires, rioplatense Spanish, pesos, 24 hours of silence, inactive after 60 days, no custom attributes, the
     * thresholds of {@link SegmentThresholds#DEFAULT}, the limits of {@link OutreachLimits#DEFAULT}.
     */
    public static final TenantSettings DEFAULT = new TenantSettings(
            ZoneId.of("America/Argentina/Buenos_Aires"),
            new Locale("es", "AR"),
            "AR",
            "ARS",
            Duration.ofHours(24),
            60,
            List.of(),
            SegmentThresholds.DEFAULT,
            OutreachLimits.DEFAULT);

    public TenantSettings {
        attributes = List.copyOf(attributes);
        if (inactiveAfter < 1) {
            throw new IllegalArgumentException("inactiveAfter must be at least a day");
        }
        if (attributes.stream().map(AttributeType::name).distinct().count() < attributes.size()) {
            throw new IllegalArgumentException("Two attributes have one name");
        }
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("silence must be longer than zero");
        }
    }

    /** With the limits of {@link OutreachLimits#DEFAULT}. */
    public TenantSettings(
            ZoneId zone,
            Locale locale,
            String country,
            String currency,
            Duration silence,
            int inactiveAfter,
            List<AttributeType> attributes,
            SegmentThresholds segments) {
        this(zone, locale, country, currency, silence, inactiveAfter, attributes, segments, OutreachLimits.DEFAULT);
    }

    public TenantSettings withZone(ZoneId other) {
        return new TenantSettings(
                other, locale, country, currency, silence, inactiveAfter, attributes, segments, outreach);
    }

    public TenantSettings withSilence(Duration other) {
        return new TenantSettings(
                zone, locale, country, currency, other, inactiveAfter, attributes, segments, outreach);
    }

    public TenantSettings withInactiveAfter(int days) {
        return new TenantSettings(zone, locale, country, currency, silence, days, attributes, segments, outreach);
    }

    public TenantSettings withAttributes(AttributeType... types) {
        return new TenantSettings(
                zone, locale, country, currency, silence, inactiveAfter, List.of(types), segments, outreach);
    }

    public TenantSettings withSegments(SegmentThresholds thresholds) {
        return new TenantSettings(
                zone, locale, country, currency, silence, inactiveAfter, attributes, thresholds, outreach);
    }

    public TenantSettings withOutreach(OutreachLimits limits) {
        return new TenantSettings(
                zone, locale, country, currency, silence, inactiveAfter, attributes, segments, limits);
    }

    /** The attribute of this name, if it is declared. */
    public Optional<AttributeType> attribute(String name) {
        return attributes.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The same time of day so many days ago, by the tenant's calendar, to the microsecond. */
    public Instant daysAgo(Instant now, int days) {
        return now.atZone(zone).minusDays(days).toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
