@NullMarked
package io.crmkit.testkit.violations.cycle.chicken;

import org.jspecify.annotations.NullMarked;
