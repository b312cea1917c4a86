@NullMarked
package io.crmkit.testkit.violations.unrun;

import org.jspecify.annotations.NullMarked;
