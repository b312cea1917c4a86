/** How well and how fast the offline extractor reads, against labelled conversations and bars. */
@NullMarked
package io.crmkit.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
