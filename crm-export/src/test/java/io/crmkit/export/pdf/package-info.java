/** Tests of what is drawn. */
@NullMarked
package io.crmkit.export.pdf;

import org.jspecify.annotations.NullMarked;
