@NullMarked
package io.crmkit.testkit.duplicate;

import org.jspecify.annotations.NullMarked;
