/** Made-up people of whom some are two or three contacts, to see whether it is noticed. */
@NullMarked
package io.crmkit.testkit.duplicate;

import org.jspecify.annotations.NullMarked;
