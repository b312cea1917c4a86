/** Capture: inbound events become contacts, conversations and timelines, exactly once and in any order. */
@NullMarked
package io.crmkit.capture;

import org.jspecify.annotations.NullMarked;
