@NullMarked
package io.crmkit.testkit.clean.tests;

import org.jspecify.annotations.NullMarked;
