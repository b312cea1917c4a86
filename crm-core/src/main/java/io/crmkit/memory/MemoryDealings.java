package io.crmkit.memory;

import io.crmkit.appointment.Dealings;
import io.crmkit.appointment.Patronage;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Dealing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the contacts of one tenant booked and paid, in memory. */
record MemoryDealings(TenantState state) implements Dealings {
    @Override
    public Map<ContactId, List<Dealing>> of(Collection<ContactId> contacts) {
        Map<ContactId, List<Dealing>> all = new HashMap<>();
        contacts.forEach(contact -> all.put(contact, of(contact)));
        return all;
    }

    private List<Dealing> of(ContactId contact) {
        return state.entriesOf(contact).stream()
                .map(TenantState.EntryRow::interaction)
                .filter(Dealing.class::isInstance)
                .map(Dealing.class::cast)
                .toList();
    }

    @Override
    public void index(Map<ContactId, Patronage> contacts) {
        contacts.forEach((contact, patronage) -> {
            if (patronage.equals(Patronage.NONE)) {
                state.patronages.remove(contact);
            } else {
                state.patronages.put(contact, patronage);
            }
        });
    }
}
