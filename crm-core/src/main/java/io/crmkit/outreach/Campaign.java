package io.crmkit.outreach;

import io.crmkit.consent.Purpose;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Contact;
import io.crmkit.interaction.ChannelAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template for many contacts. In its fields and its preview stands {@code {name}} for what a contact goes by,
 * {@code {first_name}} for the first word of it, {@code {attribute.x}} for the value of an attribute; behind a bar what
 * stands there where a contact has none, such as {@code {first_name|Hola}}.
 *
 * @param from the account it is sent from; null for the one each contact was last spoken with on
 * @since 0.1
 */
public record Campaign(
        Purpose purpose,
        Outgoing.Template template,
        @Nullable ChannelAccount from) {
    private static final int LONGEST_VALUE = 100;

    public static Campaign of(Purpose purpose, Outgoing.Template template) {
        return new Campaign(purpose, template, null);
    }

    /** Whether it asks for values of attributes. */
    public boolean readsAttributes() {
        return template.fields().stream().anyMatch(field -> field.contains("{attribute."))
                || template.preview() != null && template.preview().contains("{attribute.");
    }

    /** For one contact; empty if it lacks something in whose place nothing else stands. */
    public Optional<Draft> of(Contact contact, Map<String, AttributeValue> attributes) {
        List<String> words = new ArrayList<>();
        for (String field : template.fields()) {
            String filled = filled(field, contact, attributes);
            if (filled == null) {
                return Optional.empty();
            }
            words.add(filled);
        }
        String preview = template.preview() == null ? null : filled(template.preview(), contact, attributes);
        return Optional.of(new Draft(purpose, template.filled(words, preview), from, null));
    }

    private static @Nullable String filled(String text, Contact contact, Map<String, AttributeValue> attributes) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String place = text.substring(open + 1, close);
            int bar = place.indexOf('|');
            String value = value(bar < 0 ? place : place.substring(0, bar), contact, attributes);
            if (value == null && bar < 0) {
                return null;
            }
            filled.append(text, at, open).append(value == null ? place.substring(bar + 1) : value);
            at = close + 1;
        }
        return filled.append(text, at, text.length()).toString();
    }

    private static @Nullable String value(String what, Contact contact, Map<String, AttributeValue> attributes) {
        if (what.startsWith("attribute.")) {
            AttributeValue value = attributes.get(what.substring("attribute.".length()));
            return value == null ? null : plain(value.canonical());
        }
        String name = contact.displayName().map(Campaign::plain).orElse("");
        int space = name.indexOf(' ');
        return switch (what) {
            case "name" -> name.isEmpty() ? null : name;
            case "first_name" -> name.isEmpty() ? null : space < 0 ? name : name.substring(0, space);
            default -> null;
        };
    }

    /** On one line, since providers take no other, and not longer than anybody is called. */
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder();
        value.strip()
                .codePoints()
                .limit(LONGEST_VALUE)
                .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
                .filter(c -> c != ' ' || plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ')
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "Campaign[" + purpose + ", " + template.name() + "]";
    }
}
