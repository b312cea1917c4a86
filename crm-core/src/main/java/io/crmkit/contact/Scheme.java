package io.crmkit.contact;

/**
 * A kind of identifier. Channels bring their own, so the set is open: 1 to 40 of {@code a-z 0-9 _}.
 *
 * @since 0.1
 */
public record Scheme(String name) implements Comparable<Scheme> {
    public static final Scheme PHONE = new Scheme("phone");
    public static final Scheme EMAIL = new Scheme("email");
    /** WhatsApp's business-scoped user id; its scope is the business portfolio. */
    public static final Scheme WHATSAPP_USER_ID = new Scheme("whatsapp_user_id");
    /** The id of the same user at the parent portfolio; scoped like the other. */
    public static final Scheme WHATSAPP_PARENT_USER_ID = new Scheme("whatsapp_parent_user_id");

    public Scheme {
        boolean valid = !name.isEmpty()
                && name.length() <= 40
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
        if (!valid) {
            throw new IllegalArgumentException("A scheme is 1 to 40 of a-z 0-9 _");
        }
    }

    /** Whether one person holds at most one value of it in a scope at a time, so that two values contradict. */
    public boolean single() {
        return !equals(EMAIL);
    }

    /** Whether a value given up may become somebody else's. */
    boolean handedOn() {
        return equals(PHONE);
    }

    @Override
    public int compareTo(Scheme other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
