/**
 * The port to whatever reads facts out of conversations: {@link io.crmkit.ai.FactExtractor} is implemented by rules, a
 * language model or the host; everything else here is what it is given and what it gives back.
 *
 * <p>Nothing an extractor says is taken on trust. A fact counts only if its quote stands in a new message of the
 * customer's, its value fits its type, and no higher authority said otherwise.
 */
@NullMarked
package io.crmkit.ai;

import org.jspecify.annotations.NullMarked;
