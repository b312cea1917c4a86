package io.crmkit.spring;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What may be read, and one catalogue for all tenants, as properties tell them. */
final class CatalogueOfProperties implements ExtractionPolicy {
    private final CrmProperties.Catalogue catalogue;
    private final Tenants tenants;
    private final ExtractionSettings settings;

    CatalogueOfProperties(CrmProperties.Catalogue catalogue, Tenants tenants, ExtractionSettings settings) {
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.settings = settings;
    }

    @Override
    public ExtractionSettings settings(TenantId tenant) {
        TenantSettings home = tenants.settings(tenant);
        List<CatalogueEntry> services = catalogue.services().entrySet().stream()
                .map(each -> new CatalogueEntry(each.getKey(), each.getKey().replace('_', ' '), each.getValue()))
                .toList();
        return settings.with(new BusinessContext(
                home.country(),
                catalogue.areaCode(),
                home.currency(),
                services,
                named(catalogue.staff()),
                named(catalogue.branches()),
                named(catalogue.insurers()),
                hash(home)));
    }

    private String hash(TenantSettings home) {
        String all = catalogue + home.country() + home.currency();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static List<CatalogueEntry> named(List<String> names) {
        return names.stream()
                .map(name -> new CatalogueEntry(name, name, List.of()))
                .toList();
    }
}
