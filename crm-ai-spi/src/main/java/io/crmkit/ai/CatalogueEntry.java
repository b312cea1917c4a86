package io.crmkit.ai;

import java.util.List;

/**
 * Something of the business's that customers call by name: a service, a member of staff, a branch, an insurer.
 *
 * @param code the business's own, stable; what a fact holds
 * @param aliases other names customers use
 * @since 0.1
 */
public record CatalogueEntry(String code, String name, List<String> aliases) {
    public CatalogueEntry {
        Checks.notBlank(code, "code");
        Checks.notBlank(name, "name");
        aliases = List.copyOf(aliases);
    }
}
