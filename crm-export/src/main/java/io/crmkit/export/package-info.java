/**
 * Writers of contact data. {@link io.crmkit.export.TimelineJson} is for hosts that hand a tenant's contacts and
 * conversations to another program; {@link io.crmkit.export.SetAsideFile} is what it reports beside them, and
 * {@link io.crmkit.export.ContactJson} is for hosts that answer requests.
 */
@NullMarked
package io.crmkit.export;

import org.jspecify.annotations.NullMarked;
