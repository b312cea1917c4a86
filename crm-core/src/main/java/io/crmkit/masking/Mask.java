package io.crmkit.masking;

import io.crmkit.Page;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Note;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Interaction;
import io.crmkit.profile.ContactProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What lies over every answer to one actor: nothing, or a mask over all that is personal. The one place where answers are
 * masked. Immutable, thread-safe.
 *
 * @param reveals whether the actor sees what is personal as it is
 * @since 0.1
 */
public record Mask(boolean reveals) {
    public ContactSummary summary(ContactSummary summary) {
        return reveals ? summary : MaskedContact.of(summary);
    }

    public Page<ContactSummary> summaries(Page<ContactSummary> page) {
        return over(page, MaskedContact::of);
    }

    public Optional<ContactProfile> profile(Optional<ContactProfile> profile) {
        return reveals ? profile : profile.map(MaskedProfile::of);
    }

    public Page<Interaction> interactions(Page<Interaction> page) {
        return over(page, MaskedInteraction::of);
    }

    public Page<Note> notes(Page<Note> page) {
        return over(page, MaskedContact::of);
    }

    public List<Fact> facts(List<Fact> facts) {
        return reveals ? facts : facts.stream().map(MaskedFact::of).toList();
    }

    private <T> Page<T> over(Page<T> page, UnaryOperator<T> mask) {
        return reveals ? page : new Page<>(page.items().stream().map(mask).toList(), page.next());
    }
}
