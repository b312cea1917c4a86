/**
 * What every module and every implementor of a port tests with: {@link io.crmkit.testkit.Requirement} ties a test to a
 * line of the catalogue, {@link io.crmkit.testkit.HouseRules} are the rules of the architecture.
 */
@NullMarked
package io.crmkit.testkit;

import org.jspecify.annotations.NullMarked;
