/** What people agreed to be sent and what not, and how that is known. */
@NullMarked
package io.crmkit.consent;

import org.jspecify.annotations.NullMarked;
