@NullMarked
package io.crmkit.testkit.violations.framework;

import org.jspecify.annotations.NullMarked;
