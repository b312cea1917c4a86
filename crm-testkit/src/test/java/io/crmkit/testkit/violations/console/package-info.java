@NullMarked
package io.crmkit.testkit.violations.console;

import org.jspecify.annotations.NullMarked;
