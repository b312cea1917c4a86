/** The in-memory storage: the reference adapter, for tests and first steps. */
@NullMarked
package io.crmkit.memory;

import org.jspecify.annotations.NullMarked;
