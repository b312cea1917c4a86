/** Contacts, their identifiers, and the decision which identifiers are one person. */
@NullMarked
package io.crmkit.contact;

import org.jspecify.annotations.NullMarked;
