@NullMarked
package io.crmkit.testkit.violations.machine;

import org.jspecify.annotations.NullMarked;
