@NullMarked
package io.crmkit.testkit.clean.adapter;

import org.jspecify.annotations.NullMarked;
