/**
 * Storage on any {@code DataSource}, sealed from the first row. A host needs {@link io.crmkit.jpa.JpaStorage}, its
 * options and one of the key services; the rest is how it is done.
 */
@NullMarked
package io.crmkit.jpa;

import org.jspecify.annotations.NullMarked;
