@NullMarked
package io.crmkit.testkit.insight;

import org.jspecify.annotations.NullMarked;
