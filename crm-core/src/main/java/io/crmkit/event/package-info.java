/** What happened, told to the host: within the transaction in which it happened, or reliably after it. */
@NullMarked
package io.crmkit.event;

import org.jspecify.annotations.NullMarked;
