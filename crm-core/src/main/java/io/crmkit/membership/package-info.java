/** Which segments contacts are in, as far as it was noticed: only so that entering and leaving can be told. */
@NullMarked
package io.crmkit.membership;

import org.jspecify.annotations.NullMarked;
