/** What happened with a contact: messages and events, threaded into conversations. */
@NullMarked
package io.crmkit.interaction;

import org.jspecify.annotations.NullMarked;
