/** Pages for the staff: requests in, responses out, whatever the host's web framework. */
@NullMarked
package io.crmkit.dashboard;

import org.jspecify.annotations.NullMarked;
