/** Exports and reports that come by themselves: what is in them, when they are made and where they go. */
@NullMarked
package io.crmkit.report;

import org.jspecify.annotations.NullMarked;
