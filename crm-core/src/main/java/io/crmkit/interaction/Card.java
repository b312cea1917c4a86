package io.crmkit.interaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact card the message shares. It is about a third party unless {@code own} says the sender gave their own number.
 *
 * @since 0.1
 */
public record Card(
        @Nullable String name, @Nullable String organisation, List<String> phones, List<String> emails, boolean own) {
    public Card {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    /** Without what is on it, which is personal. */
    @Override
    public String toString() {
        return "Card[own=" + own + "]";
    }
}
