@NullMarked
package io.crmkit.testkit.violations.exposed;

import org.jspecify.annotations.NullMarked;
