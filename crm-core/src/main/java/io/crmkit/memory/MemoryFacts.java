package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Facts;
import java.util.List;
import java.util.Objects;

/** What is known about the contacts of one tenant, in memory; its monitor is held throughout. */
record MemoryFacts(TenantState state) implements Facts {
    @Override
    public List<Fact> of(ContactId contact) {
        return Objects.requireNonNullElse(state.facts.get(contact), List.of());
    }

    @Override
    public void hold(ContactId contact) {
        // Nobody else is here.
    }

    @Override
    public void replace(ContactId contact, List<Fact> before, List<Fact> after) {
        if (after.isEmpty()) {
            state.facts.remove(contact);
        } else {
            state.facts.put(contact, List.copyOf(after));
        }
    }
}
