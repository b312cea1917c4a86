/**
 * What is known about a contact beyond who they are: facts with their evidence, read out of messages by extractors that
 * are never trusted, or stated by people.
 */
@NullMarked
package io.crmkit.insight;

import org.jspecify.annotations.NullMarked;
