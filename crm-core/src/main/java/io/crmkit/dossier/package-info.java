/** Contacts with everything a tenant has about them, read as of one moment: what exports are made of. */
@NullMarked
package io.crmkit.dossier;

import org.jspecify.annotations.NullMarked;
