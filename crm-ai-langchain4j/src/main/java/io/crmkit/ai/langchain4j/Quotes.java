package io.crmkit.ai.langchain4j;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.WindowMessage;
import java.util.Optional;

/** Finds what the model quotes in the message it cites: letter by letter, or but for case and white space. */
final class Quotes {
    private Quotes() {}

    static Optional<Evidence> find(WindowMessage message, String quote) {
        if (quote.isBlank()) {
            return Optional.empty();
        }
        String text = message.text();
        int exact = text.indexOf(quote);
        if (exact >= 0) {
            return Optional.of(evidence(message, exact, exact + quote.length(), Alignment.EXACT));
        }
        int[] origin = new int[text.length()];
        String folded = fold(text, origin);
        String wanted = fold(quote, new int[quote.length()]);
        int at = folded.indexOf(wanted);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        evidence(message, origin[at], origin[at + wanted.length() - 1] + 1, Alignment.NORMALISED));
    }

    private static Evidence evidence(WindowMessage message, int start, int end, Alignment alignment) {
        return new Evidence(message.id(), start, end, message.text().substring(start, end), alignment);
    }

    /** Small letters, one space for any white space; notes where each character comes from. */
    private static String fold(String text, int[] origin) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean again = space && folded.length() > 0 && folded.charAt(folded.length() - 1) == ' ';
            if (!again) {
                origin[folded.length()] = i;
                folded.append(space ? ' ' : Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }
}
