package io.crmkit.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person at the other end as one provider update names them: identifiers that it states to belong together, none of
 * them mandatory in kind, and those it says they held until then.
 *
 * @param identifiers at least one, the one to answer to first
 * @param formerly what the person held before; empty unless a number or an id changed
 * @param displayName the name they go by on the channel
 * @param username changeable, never a key
 * @since 0.1
 */
public record Party(
        List<Identifier> identifiers,
        List<Identifier> formerly,
        @Nullable String displayName,
        @Nullable String username) {
    public Party {
        identifiers = List.copyOf(identifiers);
        formerly = List.copyOf(formerly);
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("A party has at least one identifier");
        }
    }

    /** Somebody known by these identifiers. */
    public static Party of(Identifier... identifiers) {
        return new Party(List.of(identifiers), List.of(), null, null);
    }

    public Party named(@Nullable String name) {
        return new Party(identifiers, formerly, name, username);
    }

    public Party formerly(Identifier... before) {
        return new Party(identifiers, List.of(before), displayName, username);
    }

    /** Without the names, which are personal. */
    @Override
    public String toString() {
        return "Party[" + identifiers + ", formerly " + formerly + "]";
    }
}
