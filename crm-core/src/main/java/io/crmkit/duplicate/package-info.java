/** Who may be the same person: suggestions with their reasons, found by marks that contacts alike share. */
@NullMarked
package io.crmkit.duplicate;

import org.jspecify.annotations.NullMarked;
