/** Due work, the only background mechanism: what is to be looked at, when, and who looks. */
@NullMarked
package io.crmkit.due;

import org.jspecify.annotations.NullMarked;
