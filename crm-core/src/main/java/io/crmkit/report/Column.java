package io.crmkit.report;

/**
 * A column of a table of contacts.
 *
 * @param attribute which one where it is of an attribute, else empty
 * @since 0.1
 */
public record Column(Kind kind, String attribute) {
    /** What it shows. */
    public enum Kind {
        NAME,
        PHONE,
        EMAIL,
        STATUS,
        TAGS,
        FIRST_CONTACT,
        LAST_CONTACT,
        INTERACTIONS,
        CONTACT_ID,
        ATTRIBUTE
    }

    public Column {
        if (attribute.isEmpty() == (kind == Kind.ATTRIBUTE)) {
            throw new IllegalArgumentException("A column of an attribute says which, and no other does");
        }
    }

    public static Column of(Kind kind) {
        return new Column(kind, "");
    }

    /** That of an attribute the tenant's settings declare. */
    public static Column attribute(String name) {
        return new Column(Kind.ATTRIBUTE, name);
    }
}
