@NullMarked
package io.crmkit.testkit.clean.first;

import org.jspecify.annotations.NullMarked;
