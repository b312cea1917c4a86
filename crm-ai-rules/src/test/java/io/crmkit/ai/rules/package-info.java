@NullMarked
package io.crmkit.ai.rules;

import org.jspecify.annotations.NullMarked;
