@NullMarked
package io.crmkit.testkit.violations.cycle.egg;

import org.jspecify.annotations.NullMarked;
