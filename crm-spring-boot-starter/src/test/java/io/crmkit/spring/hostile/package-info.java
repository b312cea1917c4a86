/** An application that has everything the library has too, under the same names, and its own idea of each. */
@NullMarked
package io.crmkit.spring.hostile;

import org.jspecify.annotations.NullMarked;
