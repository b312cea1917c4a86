/** What customers are worth, who stays and who leaves, and what brought them. */
@NullMarked
package io.crmkit.analytics;

import org.jspecify.annotations.NullMarked;
