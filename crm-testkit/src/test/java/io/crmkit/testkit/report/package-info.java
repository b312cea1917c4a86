@NullMarked
package io.crmkit.testkit.report;

import org.jspecify.annotations.NullMarked;
