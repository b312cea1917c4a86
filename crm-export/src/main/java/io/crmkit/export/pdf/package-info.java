/** Contacts on paper: drawn as text, with nothing in it that does anything. */
@NullMarked
package io.crmkit.export.pdf;

import org.jspecify.annotations.NullMarked;
