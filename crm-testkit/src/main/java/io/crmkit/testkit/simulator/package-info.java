/**
 * A seeded simulator of businesses' days: random histories, delivered out of order and more than once, must leave the
 * same behind as in order. {@link io.crmkit.testkit.simulator.Simulator} runs them over any storage.
 */
@NullMarked
package io.crmkit.testkit.simulator;

import org.jspecify.annotations.NullMarked;
