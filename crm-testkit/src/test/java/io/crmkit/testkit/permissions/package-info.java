/** Who may do what: every use case tried by every role, and the page that says so. */
@NullMarked
package io.crmkit.testkit.permissions;

import org.jspecify.annotations.NullMarked;
