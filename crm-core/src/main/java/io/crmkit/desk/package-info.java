/** What a screen for staff asks for: who waits, what was said around something, the segments of a page of contacts. */
@NullMarked
package io.crmkit.desk;

import org.jspecify.annotations.NullMarked;
