/** Who asks and whether they may, and the port to the keys that seal what is stored. */
@NullMarked
package io.crmkit.privacy;

import org.jspecify.annotations.NullMarked;
