package io.crmkit.ai;

import java.util.Set;

/**
 * What an extractor is: part of the identity of every run, so that a new version reads again and an old one does not.
 *
 * @param id short and stable, such as {@code rules}
 * @param version changes whenever its answers may
 * @param schemaVersion the version of the types in this package it was built for; 1 or more
 * @param produces the types of fact it may give
 * @param deterministic whether the same request always gives the same result
 * @param leavesHost whether message text leaves the host application, which a tenant has to allow
 * @since 0.1
 */
public record ExtractorDescriptor(
        String id,
        String version,
        int schemaVersion,
        Set<FactType> produces,
        boolean deterministic,
        boolean leavesHost) {
    public ExtractorDescriptor {
        Checks.notBlank(id, "id");
        Checks.notBlank(version, "version");
        Checks.atLeast(1, schemaVersion, "schemaVersion");
        produces = Set.copyOf(produces);
    }
}
