/** What those see who may not see what is personal. */
@NullMarked
package io.crmkit.masking;

import org.jspecify.annotations.NullMarked;
