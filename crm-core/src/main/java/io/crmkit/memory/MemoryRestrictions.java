package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.rights.Restrictions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The restricted contacts of one tenant in memory. */
record MemoryRestrictions(TenantState state) implements Restrictions {
    @Override
    public boolean set(ContactId contact, boolean restricted) {
        ContactId survivor = state.survivor(contact);
        if (state.contacts.get(survivor) == null) {
            return false;
        }
        if (restricted) {
            state.consents.restricted.put(survivor, true);
        } else {
            List.copyOf(state.consents.restricted.rows().keySet()).stream()
                    .filter(one -> state.survivor(one).equals(survivor))
                    .forEach(state.consents.restricted::remove);
        }
        return true;
    }

    @Override
    public Set<ContactId> among(Collection<ContactId> contacts) {
        return contacts.stream()
                .filter(contact -> restricted(state, state.survivor(contact)))
                .collect(Collectors.toSet());
    }

    @Override
    public List<ContactId> page(@Nullable ContactId after, int limit) {
        return state.consents.restricted.rows().keySet().stream()
                .filter(contact -> state.survivor(contact).equals(contact))
                .filter(contact -> after == null || contact.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    static boolean restricted(TenantState state, ContactId survivor) {
        return state.consents.restricted.get(survivor) != null;
    }
}
