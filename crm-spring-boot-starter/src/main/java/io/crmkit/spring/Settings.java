package io.crmkit.spring;

import io.crmkit.contact.AttributeType;
import io.crmkit.tenant.TenantSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a tenant, as properties tell them.
 *
 * @param zone The zone in which dates are read.
 * @param locale The language and region of the staff.
 * @param country The country (ISO 3166 alpha-2) of phone numbers written without a country code.
 * @param currency The currency (ISO 4217) of amounts said without one.
 * @param silence A conversation that was silent for longer is followed by a new one.
 * @param inactiveAfter Days without anything happening after which a contact is inactive.
 * @param attributes The custom attributes that contacts may have, by name.
 */
record Settings(
        @Nullable ZoneId zone,
        @Nullable Locale locale,
        @Nullable String country,
        @Nullable String currency,
        @Nullable Duration silence,
        @Nullable Integer inactiveAfter,
        @DefaultValue Map<String, Attribute> attributes) {

    /**
     * A custom attribute.
     *
     * @param kind What its values are.
     * @param search How contacts are found by it; by range keeps its values in the clear.
     */
    record Attribute(
            @DefaultValue("text") AttributeType.Kind kind,
            @DefaultValue("not") AttributeType.Search search) {}

    TenantSettings over(TenantSettings base) {
        List<AttributeType> types = attributes.entrySet().stream()
                .map(each -> new AttributeType(
                        each.getKey(), each.getValue().kind(), each.getValue().search()))
                .toList();
        return new TenantSettings(
                Objects.requireNonNullElse(zone, base.zone()),
                Objects.requireNonNullElse(locale, base.locale()),
                Objects.requireNonNullElse(country, base.country()),
                Objects.requireNonNullElse(currency, base.currency()),
                Objects.requireNonNullElse(silence, base.silence()),
                Objects.requireNonNullElse(inactiveAfter, base.inactiveAfter()),
                types.isEmpty() ? base.attributes() : types,
                base.segments());
    }
}
