package io.crmkit.rights;

import io.crmkit.UnitOfWork;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditTrail;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Holding;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Origins.Held;
import io.crmkit.dossier.Portrait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what a person is told. */
record Disclosing(UnitOfWork work, Instant now) {
    private static final int PAGE = 1_000;

    /** Also of who is restricted: that is no reason not to tell them. */
    Optional<Disclosure> of(ContactId contact) {
        boolean restricted = !work.restrictions().among(Set.of(contact)).isEmpty();
        return Restricting.despite(
                work, contact, () -> work.contacts().find(contact).map(summary -> of(summary, restricted)));
    }

    private Disclosure of(ContactSummary summary, boolean restricted) {
        Dossier dossier = Dossier.of(work, summary);
        List<Entry> entries = new ArrayList<>();
        dossier.entries(entries::add);
        return new Disclosure(
                now,
                summary,
                theirs(dossier.portrait()),
                restricted,
                entries,
                work.consents().of(summary.id()),
                viewings(summary.id()));
    }

    /** Without who else had one of their numbers, which is nothing to them. */
    private static Portrait theirs(Portrait portrait) {
        Set<ContactId> family = new HashSet<>(Set.of(portrait.id()));
        portrait.absorbed().forEach(absorbed -> family.add(absorbed.id()));
        List<Held> held = portrait.held().stream()
                .map(each -> new Held(
                        each.key(),
                        each.identifier(),
                        each.holdings().stream()
                                .map(time -> theirs(family, time))
                                .toList()))
                .toList();
        return new Portrait(
                portrait.contact(),
                portrait.tags(),
                portrait.attributes(),
                portrait.notes(),
                held,
                portrait.conversations(),
                portrait.facts(),
                portrait.absorbed(),
                portrait.merges());
    }

    private static Holding<ContactId> theirs(Set<ContactId> family, Holding<ContactId> time) {
        ContactId holder = time.holder();
        return holder != null && family.contains(holder) ? time : new Holding<>(time.until(), null);
    }

    private List<Viewing> viewings(ContactId contact) {
        List<Viewing> viewings = new ArrayList<>();
        AuditTrail.@Nullable Cursor end = null;
        List<AuditEntry> page;
        do {
            page = work.audit().page(AuditQuery.of(contact), end, PAGE);
            page.stream().map(Viewing::of).forEach(viewings::add);
            if (!page.isEmpty()) {
                AuditEntry last = page.get(page.size() - 1);
                end = new AuditTrail.Cursor(last.at(), last.id());
            }
        } while (page.size() == PAGE);
        return viewings;
    }
}
