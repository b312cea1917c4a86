@NullMarked
package io.crmkit.testkit.clean.second;

import org.jspecify.annotations.NullMarked;
