package io.crmkit.quickstart;

import io.crmkit.interaction.Author;
import java.util.Map;

/** How text stands out: by colour on a terminal, not at all elsewhere. */
record Style(boolean colours) {
    static final Style PLAIN = new Style(false);

    private static final Map<Author, String> SPEAKERS =
            Map.of(Author.CUSTOMER, "36", Author.BOT, "32", Author.AGENT, "33", Author.SYSTEM, "35");

    String bold(String text) {
        return with("1", text);
    }

    String dim(String text) {
        return with("2", text);
    }

    String good(String text) {
        return with("34", text);
    }

    String bad(String text) {
        return with("31", text);
    }

    String speaker(Author author, String text) {
        return with(SPEAKERS.getOrDefault(author, "0"), text);
    }

    private String with(String code, String text) {
        return colours && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
