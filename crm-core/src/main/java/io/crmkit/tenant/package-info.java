/** A tenant is one business; its settings come from the host. */
@NullMarked
package io.crmkit.tenant;

import org.jspecify.annotations.NullMarked;
