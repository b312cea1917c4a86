package io.crmkit.export;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/** Several identifiers, or several tags, in one cell. */
final class Identities {
    private static final String SEPARATORS = ",;";

    private Identities() {}

    /** {@code scheme:value; scheme@scope:value}. */
    static String cell(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(i -> i.scheme().name()
                        + (i.scope().isEmpty() ? "" : "@" + Cells.escaped(i.scope(), SEPARATORS + ":")) + ":"
                        + item(i.value()))
                .collect(Collectors.joining("; "));
    }

    /** @throws IllegalArgumentException if it is not as it should be */
    static List<Identifier> identifiers(String cell) {
        List<Identifier> identifiers = new ArrayList<>();
        for (String item : items(cell)) {
            int colon = item.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("An identifier is scheme:value or scheme@scope:value");
            }
            String head = item.substring(0, colon);
            int at = head.indexOf('@');
            identifiers.add(new Identifier(
                    new Scheme(at < 0 ? head : head.substring(0, at)),
                    at < 0 ? "" : Cells.unescaped(head.substring(at + 1)),
                    Cells.unescaped(item.substring(colon + 1))));
        }
        return identifiers;
    }

    /** {@code name; category:name}; no category where it is the business's own. */
    static String cell(Collection<Tag> tags) {
        return tags.stream()
                .map(tag -> (tag.category() == Tag.Category.OWN
                                        && category(tag.name()).isEmpty()
                                ? ""
                                : word(tag.category()) + ":")
                        + item(tag.name()))
                .collect(Collectors.joining("; "));
    }

    static List<Tag> tags(String cell) {
        return items(cell).stream()
                .map(item -> category(item)
                        .map(category -> new Tag(category, Cells.unescaped(item.substring(item.indexOf(':') + 1))))
                        .orElseGet(() -> Tag.of(Cells.unescaped(item))))
                .toList();
    }

    private static Optional<Tag.Category> category(String item) {
        for (Tag.Category category : Tag.Category.values()) {
            if (item.startsWith(word(category) + ":")) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    private static String word(Tag.Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    private static String item(String text) {
        String plain = Cells.escaped(text, SEPARATORS);
        int last = plain.length() - 1;
        // White space around items is not theirs.
        return last >= 0 && Character.isWhitespace(plain.charAt(last))
                ? plain.substring(0, last) + Cells.escape(plain.charAt(last))
                : plain;
    }

    private static List<String> items(String cell) {
        List<String> items = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(cell, SEPARATORS);
        while (tokens.hasMoreTokens()) {
            String item = tokens.nextToken().strip();
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }
}
