/** Storage on any {@code DataSource} through Hibernate, sealed from the first row. */
@NullMarked
package io.crmkit.jpa;

import org.jspecify.annotations.NullMarked;
