/** The door: {@link io.crmkit.Crm} is built from ports, everything else is reached through an actor's session. */
@NullMarked
package io.crmkit;

import org.jspecify.annotations.NullMarked;
