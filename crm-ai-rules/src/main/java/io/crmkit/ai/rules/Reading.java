package io.crmkit.ai.rules;

import io.crmkit.ai.BusinessContext;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message being read.
 *
 * @param sentAt in the tenant's zone
 * @param asked what the business wrote just before; null if it did not
 * @param talk what the customer said before in this window
 */
record Reading(
        Words words,
        Hits hits,
        Language language,
        LocalDateTime sentAt,
        BusinessContext business,
        @Nullable Reading asked,
        Talk talk) {
    static Reading of(
            String text,
            LocalDateTime sentAt,
            Language otherwise,
            Catalogue catalogue,
            @Nullable Reading asked,
            Talk talk) {
        Words words = Words.of(text);
        Language language = Language.of(words, otherwise);
        Hits hits = Lexicon.read(words, language);
        catalogue.find(words, hits);
        return new Reading(words, hits, language, sentAt, catalogue.business(), asked, talk);
    }

    boolean wasAsked(Meaning meaning) {
        return asked != null && asked.hits.any(meaning);
    }

    /** Whether the words just before, in this clause, deny what follows; articles may stand between. */
    boolean denied(int word) {
        int start = Math.max(words.clauseStart(word), word - 5);
        Hit not = hits.last(Meaning.NOT, start, word);
        boolean before = not != null
                && word - not.to() <= 1
                && (word == not.to() || !words.at(not.to()).comma());
        return before || hits.at(Meaning.NOT, word - 1) != null;
    }
}
