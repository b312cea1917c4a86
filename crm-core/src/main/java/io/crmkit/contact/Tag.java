package io.crmkit.contact;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/**
 * A word the business puts on contacts, in a category.
 *
 * @param name 1 to 64 characters; upper and lower case are the same, so it is kept in lower case
 * @since 0.1
 */
public record Tag(Category category, String name) implements Comparable<Tag> {
    private static final Comparator<Tag> ORDER =
            Comparator.comparing(Tag::category).thenComparing(Tag::name);

    /** What a tag is about. */
    public enum Category {
        SERVICE_INTEREST,
        CUSTOMER_TYPE,
        STATUS,
        PREFERENCE,
        CAMPAIGN_SOURCE,
        OWN
    }

    public Tag {
        name = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > 64) {
            throw new IllegalArgumentException("A tag's name has 1 to 64 characters");
        }
    }

    /** A tag of no particular category. */
    public static Tag of(String name) {
        return new Tag(Category.OWN, name);
    }

    @Override
    public int compareTo(Tag other) {
        return ORDER.compare(this, other);
    }

    /** Without the name, which may be personal. */
    @Override
    public String toString() {
        return "Tag[" + category + "]";
    }
}
