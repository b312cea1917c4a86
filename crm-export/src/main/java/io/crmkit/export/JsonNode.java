package io.crmkit.export;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a JSON document and where it stands. Whatever is asked of it that it is not is a mistake there.
 *
 * @param at a JSON pointer
 * @param value a map of nodes, a list of nodes, a text, a number, a flag; null
 */
record JsonNode(String at, @Nullable Object value) {
    static String pointer(String at, String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    Mistaken mistake(String problem, String advice) {
        return new Mistaken(at, problem, advice);
    }

    @SuppressWarnings("unchecked")
    Map<String, JsonNode> object() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, JsonNode>) map;
        }
        throw mistake("This is no object", "Write {…}");
    }

    /** An object that has no other properties than these. */
    Map<String, JsonNode> object(String... known) {
        Map<String, JsonNode> object = object();
        List<String> names = Arrays.asList(known);
        object.forEach((name, node) -> {
            if (!names.contains(name)) {
                throw node.mistake("There is no such property here", "Use " + String.join(", ", names));
            }
        });
        return object;
    }

    /** A property that must be there. */
    JsonNode get(String name) {
        JsonNode node = object().get(name);
        if (node == null) {
            throw mistake("The property " + name + " is missing", "Add it");
        }
        return node;
    }

    @Nullable JsonNode optional(String name) {
        JsonNode node = object().get(name);
        return node == null || node.value == null ? null : node;
    }

    <T> @Nullable T optional(String name, Function<JsonNode, T> read) {
        JsonNode node = optional(name);
        return node == null ? null : read.apply(node);
    }

    @SuppressWarnings("unchecked")
    List<JsonNode> list() {
        if (value instanceof List<?> list) {
            return (List<JsonNode>) list;
        }
        throw mistake("This is no list", "Write […]");
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw mistake("This is no text", "Write it between quotation marks");
    }

    BigDecimal number() {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw mistake("This is no number", "Write a number without quotation marks");
    }

    int whole(int least, int most) {
        BigDecimal number = number();
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw mistake("This number does not fit", "Write a whole number from " + least + " to " + most);
        }
        return number.intValueExact();
    }

    Instant instant() {
        try {
            return Instant.parse(text());
        } catch (DateTimeException unreadable) {
            throw mistake("This is no time", "Write it like 2026-03-02T13:00:00Z");
        }
    }

    <E extends Enum<E>> E word(Class<E> type) {
        String text = text();
        for (E each : type.getEnumConstants()) {
            if (word(each).equals(text)) {
                return each;
            }
        }
        throw mistake("There is no such word here", "Use one of " + words(type));
    }

    <E extends Enum<E>> Set<E> words(JsonNode list, Class<E> type) {
        Set<E> words = EnumSet.noneOf(type);
        list.list().forEach(each -> words.add(each.word(type)));
        return words;
    }

    /** What a value of the domain says of itself, as a mistake here. */
    <T> T made(Function<JsonNode, T> make, String advice) {
        try {
            return make.apply(this);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException refused) {
            throw mistake("This value is not allowed", advice);
        }
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        Collection<E> all = EnumSet.allOf(type);
        return all.stream().map(JsonNode::word).collect(Collectors.joining(", "));
    }
}
