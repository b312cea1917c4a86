/** Newer keys for what is stored: the port, and the use case that runs it to the end. */
@NullMarked
package io.crmkit.rotation;

import org.jspecify.annotations.NullMarked;
