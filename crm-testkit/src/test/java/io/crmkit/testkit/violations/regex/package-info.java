@NullMarked
package io.crmkit.testkit.violations.regex;

import org.jspecify.annotations.NullMarked;
