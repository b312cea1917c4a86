/**
 * A clinic that the examples have in common: a day of it, and how what its systems tell reaches the library.
 * {@link io.crmkit.clinic.Replay} is where the library is called.
 */
@NullMarked
package io.crmkit.clinic;

import org.jspecify.annotations.NullMarked;
