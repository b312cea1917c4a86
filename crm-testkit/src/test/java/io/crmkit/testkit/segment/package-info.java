@NullMarked
package io.crmkit.testkit.segment;

import org.jspecify.annotations.NullMarked;
