/** What the business says: whether it may be said, and saying it once. */
@NullMarked
package io.crmkit.outreach;

import org.jspecify.annotations.NullMarked;
