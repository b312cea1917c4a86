package io.crmkit.search;

import io.crmkit.interaction.Content;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Reply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an interaction is found by: the words of what it says now, be it text, caption or the title of a choice. What was
 * deleted says nothing.
 *
 * @since 0.1
 */
public final class Searchable {
    private static final int AROUND = 40;

    private Searchable() {}

    /** The distinct words of what it says. */
    public static Set<String> words(Interaction interaction) {
        Set<String> words = new LinkedHashSet<>();
        texts(interaction.content()).forEach(text -> words.addAll(Words.of(text)));
        return words;
    }

    /** What it says around the first of the words, on one line; empty if it does not have them all. */
    public static Optional<String> snippet(Interaction interaction, Set<String> words) {
        Set<String> missing = new LinkedHashSet<>(words);
        String snippet = null;
        for (String text : texts(interaction.content())) {
            for (Words.Placed placed : Words.placed(text)) {
                if (words.contains(placed.word())) {
                    snippet = snippet == null ? around(text, placed) : snippet;
                    missing.remove(placed.word());
                }
            }
        }
        return missing.isEmpty() ? Optional.ofNullable(snippet) : Optional.empty();
    }

    private static List<String> texts(Content content) {
        List<String> texts = new ArrayList<>();
        if (content.text() != null) {
            texts.add(content.text());
        }
        Reply reply = content.reply();
        if (reply != null && reply.title() != null) {
            texts.add(reply.title());
        }
        return texts;
    }

    private static String around(String text, Words.Placed word) {
        int from = whole(text, Math.max(0, word.from() - AROUND));
        int to = whole(text, Math.min(text.length(), Math.min(word.to(), word.from() + AROUND) + AROUND));
        StringBuilder line = new StringBuilder(from > 0 ? "…" : "");
        text.substring(from, to)
                .codePoints()
                .map(point -> Character.isWhitespace(point) || Character.isISOControl(point) ? ' ' : point)
                .forEach(line::appendCodePoint);
        return line.append(to < text.length() ? "…" : "").toString();
    }

    private static int whole(String text, int at) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }
}
