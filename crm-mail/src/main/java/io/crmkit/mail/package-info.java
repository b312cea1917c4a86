/** Reports by e-mail. */
@NullMarked
package io.crmkit.mail;

import org.jspecify.annotations.NullMarked;
