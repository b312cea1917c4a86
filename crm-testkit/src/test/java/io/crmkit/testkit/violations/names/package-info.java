@NullMarked
package io.crmkit.testkit.violations.names;

import org.jspecify.annotations.NullMarked;
