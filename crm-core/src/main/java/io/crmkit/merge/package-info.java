/** Merging contacts by hand, and taking it back. */
@NullMarked
package io.crmkit.merge;

import org.jspecify.annotations.NullMarked;
