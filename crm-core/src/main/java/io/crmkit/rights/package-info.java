/** What a person may ask of whoever keeps data about them: to be erased, and to have that proven. */
@NullMarked
package io.crmkit.rights;

import org.jspecify.annotations.NullMarked;
