package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.memory.MemoryConsents.Word;
import io.crmkit.move.Buried;
import io.crmkit.move.Graveyard;
import io.crmkit.move.LastWord;
import io.crmkit.rights.Erasure;
import io.crmkit.rights.ErasureId;
import io.crmkit.rights.ErasureNote;
import io.crmkit.rights.ErasureNote.Grave;
import io.crmkit.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is kept of people one tenant erased, in memory. */
record MemoryGraveyard(TenantState state) implements Graveyard {
    private static final int TOGETHER = 500;

    /** Whose memory it is, nobody asks. */
    private static final TenantId HERE = TenantId.of("here");

    @Override
    public void erasures(Consumer<Buried> each) {
        state.erased.erasures.rows().values().forEach(erasure -> {
            Set<Buried.Grave> graves = new HashSet<>();
            Set<LastWord<String>> words = new HashSet<>();
            state.erased.note(erasure.id()).graves().forEach(grave -> {
                graves.add(new Buried.Grave(grave.hash(), grave.after(), grave.until()));
                words.addAll(state.consents.said(grave.hash()));
            });
            each.accept(new Buried(
                    erasure.id().value(),
                    erasure.contacts(),
                    erasure.by(),
                    erasure.at(),
                    erasure.completedAt(),
                    erasure.removed(),
                    erasure.remaining(),
                    graves,
                    words));
        });
    }

    @Override
    public void messages(Consumer<Set<String>> some) {
        List<String> all = new ArrayList<>(state.erased.gone());
        for (int i = 0; i < all.size(); i += TOGETHER) {
            some.accept(Set.copyOf(all.subList(i, Math.min(all.size(), i + TOGETHER))));
        }
    }

    @Override
    public void bury(Buried buried) {
        ErasureId id = new ErasureId(buried.id());
        if (state.erased.erasures.get(id.value()) != null) {
            return;
        }
        Set<Grave> graves = new HashSet<>();
        buried.graves().forEach(grave -> graves.add(new Grave(grave.hash(), grave.after(), grave.until())));
        state.erased.begin(new ErasureNote(HERE, id, buried.by(), buried.at(), buried.contacts(), graves));
        state.erased.erasures.put(
                id.value(),
                new Erasure(
                        id,
                        buried.contacts(),
                        buried.by(),
                        buried.at(),
                        buried.completedAt(),
                        buried.removed(),
                        buried.remaining()));
        buried.contacts().forEach(contact -> state.erased.byContact.put(contact, id.value()));
        buried.words()
                .forEach(word -> state.consents.say(
                        word.on(), word.purpose(), word.channel(), new Word(word.granted(), word.since())));
    }

    @Override
    public void keepOut(Set<String> messages) {
        messages.forEach(state.erased::keepOut);
    }

    @Override
    public Set<ContactId> among(Collection<ContactId> contacts) {
        return contacts.stream()
                .filter(contact -> state.erased.byContact.get(contact) != null)
                .collect(Collectors.toSet());
    }
}
