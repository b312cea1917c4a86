/** How fast what is sealed is found, beside the same questions asked of plain text. */
@NullMarked
package io.crmkit.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
