/**
 * A plain Java program around CRM Kit: it opens a database, replays webhooks and what the business said, and shows what
 * the CRM remembers. {@link io.crmkit.quickstart.Quickstart} is where to begin reading,
 * {@link io.crmkit.clinic.Replay} is where the library is called.
 */
@NullMarked
package io.crmkit.quickstart;

import org.jspecify.annotations.NullMarked;
