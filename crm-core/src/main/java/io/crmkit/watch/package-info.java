/** Storage that is watched: what is written to it becomes domain events. Built only where somebody wants to know. */
@NullMarked
package io.crmkit.watch;

import org.jspecify.annotations.NullMarked;
