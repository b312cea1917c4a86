package io.crmkit.example.spring;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.contact.Tag.Category;
import java.util.Locale;

/** How values are written in requests and answers. */
final class Words {
    private Words() {}

    /** The name of a kind, as {@code kept_aside}. */
    static String of(Object kind) {
        String name =
                kind instanceof Enum<?> word ? word.name() : kind.getClass().getSimpleName();
        StringBuilder text = new StringBuilder();
        for (char c : name.toCharArray()) {
            boolean begins = kind instanceof Enum<?> ? false : Character.isUpperCase(c) && !text.isEmpty();
            text.append(begins ? "_" : "").append(Character.toLowerCase(c));
        }
        return text.toString();
    }

    /** @throws Refused that names the parameter and the values it takes */
    static <E extends Enum<E>> E word(Class<E> type, String parameter, String text) {
        String name = text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw Refused.parameter(parameter, "It is one of " + all(type) + ".");
    }

    private static <E extends Enum<E>> String all(Class<E> type) {
        StringBuilder all = new StringBuilder();
        for (E each : type.getEnumConstants()) {
            all.append(all.isEmpty() ? "" : ", ").append(of(each));
        }
        return all.toString();
    }

    /** A tag as {@code vip}, of no category, or {@code service_interest:whitening}. */
    static Tag tag(String parameter, String text) {
        int colon = text.indexOf(':');
        try {
            return colon < 0
                    ? Tag.of(text)
                    : new Tag(word(Category.class, parameter, text.substring(0, colon)), text.substring(colon + 1));
        } catch (IllegalArgumentException refused) {
            throw Refused.parameter(parameter, String.valueOf(refused.getMessage()));
        }
    }

    static ContactStatus status(String parameter, String text) {
        return word(ContactStatus.class, parameter, text);
    }

    /** @throws Refused where it can be nobody's */
    static ContactId contact(String text) {
        try {
            return ContactId.of(text);
        } catch (IllegalArgumentException noId) {
            throw Refused.unknownContact();
        }
    }
}
