@NullMarked
package io.crmkit.testkit.appointment;

import org.jspecify.annotations.NullMarked;
