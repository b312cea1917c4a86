/** Load benchmarks: the library beside hand-written JDBC and beside plain JPA, on one server and in one run. */
@NullMarked
package io.crmkit.benchmarks;

import org.jspecify.annotations.NullMarked;
