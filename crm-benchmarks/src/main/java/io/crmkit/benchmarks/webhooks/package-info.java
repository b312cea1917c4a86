/** Webhooks posted to the Spring Boot example at once. */
@NullMarked
package io.crmkit.benchmarks.webhooks;

import org.jspecify.annotations.NullMarked;
