/** What contacts booked and paid, as it follows from everything told of it. */
@NullMarked
package io.crmkit.appointment;

import org.jspecify.annotations.NullMarked;
