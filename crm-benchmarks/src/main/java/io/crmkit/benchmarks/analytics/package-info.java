/** What the analytics say of a published data set, beside what is published of it. */
@NullMarked
package io.crmkit.benchmarks.analytics;

import org.jspecify.annotations.NullMarked;
