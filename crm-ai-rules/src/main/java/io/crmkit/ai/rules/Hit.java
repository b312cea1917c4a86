package io.crmkit.ai.rules;

/**
 * A phrase of the lexicon, found.
 *
 * @param code what exactly it says; empty if the meaning says it all
 * @param from its first word
 * @param to the word after it
 */
record Hit(Meaning meaning, String code, int from, int to) {
    int number() {
        return Integer.parseInt(code);
    }
}
