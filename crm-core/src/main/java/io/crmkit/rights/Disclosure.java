package io.crmkit.rights;

import io.crmkit.consent.Consent;
import io.crmkit.contact.ContactSummary;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Portrait;
import java.time.Instant;
import java.util.List;

/**
 * What a person is told who asks what is known of them: all of it, with what each fact rests on, what they agreed to and
 * who had to do with it. Of others it has nothing but what they and the person wrote to each other about them.
 *
 * @param at as of when
 * @param portrait names, identifiers, tags, attributes, notes, conversations, facts with their evidence, merges
 * @param restricted whether what is known must not be used for anything else
 * @param entries everything that happened, the oldest first
 * @param consents what they agreed to and withdrew, the earliest first
 * @param viewings who had to do with it, the newest first
 * @since 0.1
 */
public record Disclosure(
        Instant at,
        ContactSummary summary,
        Portrait portrait,
        boolean restricted,
        List<Entry> entries,
        List<Consent> consents,
        List<Viewing> viewings) {
    public Disclosure {
        entries = List.copyOf(entries);
        consents = List.copyOf(consents);
        viewings = List.copyOf(viewings);
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "Disclosure[" + summary.id() + ", " + entries.size() + " entries]";
    }
}
