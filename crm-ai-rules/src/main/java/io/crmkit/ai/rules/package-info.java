/**
 * The offline deterministic extractor for Spanish (rioplatense first), Portuguese and English: {@link
 * io.crmkit.ai.rules.RulesExtractor} is all a host needs.
 *
 * <p>A message is cut into {@code Words}, the phrases of the lexicon are found in one pass, and a handful of readers,
 * each for one kind of fact, look at what stands around them. The lexicon is plain text, one file for each language.
 */
@NullMarked
package io.crmkit.ai.rules;

import org.jspecify.annotations.NullMarked;
