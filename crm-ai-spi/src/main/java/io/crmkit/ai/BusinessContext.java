package io.crmkit.ai;

import java.util.List;

/**
 * What the business offers, who works there and where: what makes reading precise.
 *
 * @param country ISO 3166 alpha-2, for phone numbers written without a country code
 * @param areaCode for phone numbers written without one; empty if there is none
 * @param currency ISO 4217, for amounts said without one
 * @param hash changes when anything else here does, so that windows are read again
 * @since 0.1
 */
public record BusinessContext(
        String country,
        String areaCode,
        String currency,
        List<CatalogueEntry> services,
        List<CatalogueEntry> staff,
        List<CatalogueEntry> branches,
        List<CatalogueEntry> insurers,
        String hash) {
    public BusinessContext {
        Checks.notBlank(country, "country");
        Checks.notBlank(currency, "currency");
        Checks.notBlank(hash, "hash");
        services = List.copyOf(services);
        staff = List.copyOf(staff);
        branches = List.copyOf(branches);
        insurers = List.copyOf(insurers);
    }
}
