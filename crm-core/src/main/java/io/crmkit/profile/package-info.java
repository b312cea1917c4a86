/** The memory given back: contact list, profiles, timelines, conversations with their figures. */
@NullMarked
package io.crmkit.profile;

import org.jspecify.annotations.NullMarked;
