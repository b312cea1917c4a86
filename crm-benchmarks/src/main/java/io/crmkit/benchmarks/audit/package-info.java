/** What it costs to be on record. */
@NullMarked
package io.crmkit.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
