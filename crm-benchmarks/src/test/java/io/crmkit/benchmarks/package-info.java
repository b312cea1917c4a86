@NullMarked
package io.crmkit.benchmarks;

import org.jspecify.annotations.NullMarked;
