package io.crmkit.rights;

import io.crmkit.UnitOfWork;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what was kept aside of a person: what mentions one of their identifiers, in any of its variants. */
record Mentions(Set<String> values) {
    private static final int SHORTEST = 5;
    private static final int PAGE = 200;

    static Mentions of(Collection<Identifier> identifiers, Matching matching) {
        Set<String> values = new HashSet<>();
        for (Identifier identifier : identifiers) {
            values.add(identifier.value().toLowerCase(Locale.ROOT));
            matching.candidates(identifier).forEach(key -> values.add(key.key().toLowerCase(Locale.ROOT)));
        }
        values.removeIf(value -> value.length() < SHORTEST);
        return new Mentions(values);
    }

    boolean in(String raw) {
        String text = raw.toLowerCase(Locale.ROOT);
        return values.stream().anyMatch(text::contains);
    }

    /** The ids of what was kept aside and mentions one of them. */
    Set<UUID> among(UnitOfWork work) {
        Set<UUID> found = new HashSet<>();
        @Nullable UUID after = null;
        List<SetAside> page;
        do {
            page = values.isEmpty() ? List.of() : work.setAsides().page(after, PAGE);
            for (SetAside each : page) {
                if (in(each.what().raw())) {
                    found.add(each.id());
                }
                after = each.id();
            }
        } while (page.size() == PAGE);
        return found;
    }

    /** Without the values, which are personal. */
    @Override
    public String toString() {
        return "Mentions";
    }
}
