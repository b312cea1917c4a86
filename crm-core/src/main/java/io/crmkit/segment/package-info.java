/** Choosing contacts by criteria: the list with its filters, and every interpreter of the criteria. */
@NullMarked
package io.crmkit.segment;

import org.jspecify.annotations.NullMarked;
