@NullMarked
package io.crmkit.testkit.requirements;

import org.jspecify.annotations.NullMarked;
