package io.crmkit.dossier;

import io.crmkit.UnitOfWork;
import io.crmkit.appointment.Patronage;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Changes;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.Overtaken;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.duplicate.Duplicates;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Dealing;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Trace;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Takes over what another tenant's export has, as it was there, ids included. Everything is taken as it is told and
 * nothing is decided anew, so it goes into a tenant that has no contacts: first the contacts with their entries, then
 * who is who. Each call is a transaction. Not thread-safe.
 *
 * @since 0.1
 */
public final class Restoration {
    private final Access access;
    private final CaptureRules rules;
    private final Actor actor;

    public Restoration(Access access, CaptureRules rules, Actor actor) {
        this.access = access;
        this.rules = rules;
        this.actor = actor;
    }

    /** Whether the tenant has no contacts, so that there is nothing what is taken over could be at odds with. */
    public boolean possible() {
        return access.enter(actor, Action.RESTORE)
                .read((work, trace) -> work.contacts().byFirstContact(null, 1).isEmpty());
    }

    /**
     * Takes contacts over, and entries of their timelines or of those taken over before.
     *
     * @param contacts none of which there is
     * @throws IllegalArgumentException if there is one of them; then nothing is taken over
     */
    public void contacts(List<Portrait> contacts, List<Entry> entries) {
        TenantSettings settings = rules.tenants().settings(actor.tenant());
        within((work, trace) -> {
            Set<ContactId> ids = contacts.stream().map(Portrait::id).collect(Collectors.toSet());
            if (ids.size() < contacts.size() || !work.additions().hold(ids).isEmpty()) {
                throw new IllegalArgumentException("There is a contact of this id");
            }
            trace.of(ids);
            Family family = new Family(work, settings);
            contacts.forEach(family::settle);
            Changes changes = new Changes();
            contacts.forEach(
                    contact -> changes.name(contact.id(), contact.contact().naming(), true));
            contacts.forEach(contact -> contact.conversations().forEach(changes::put));
            contacts.forEach(contact ->
                    changes.due(contact.id(), rules.triggers(), rules.clock().instant()));
            Map<ContactId, List<Reading>> readings = new HashMap<>();
            Set<ContactId> dealt = new LinkedHashSet<>();
            for (Entry entry : entries) {
                ContactId contact = entry.interaction().occurrence().contact();
                changes.add(entry.interaction(), Objects.requireNonNullElse(entry.route(), Family.NOBODY));
                if (!entry.readings().isEmpty()) {
                    readings.computeIfAbsent(contact, c -> new ArrayList<>()).addAll(entry.readings());
                }
                if (entry.interaction() instanceof Dealing) {
                    dealt.add(contact);
                }
            }
            work.ledger().record(changes);
            readings.forEach(work.readings()::keep);
            contacts.forEach(contact -> work.facts().replace(contact.id(), List.of(), contact.facts()));
            Patronage.keep(work.dealings(), dealt);
        });
    }

    /** Takes over who held identifiers that changed hands, and those that nobody holds. */
    public void identifiers(List<Origins.Held> held) {
        within((work, trace) -> Family.hold(work, held));
    }

    /** Takes over what was stated about who is who; the identifiers it speaks of are there. */
    public void statements(List<IdentityStatement> statements) {
        within((work, trace) -> {
            Changes changes = new Changes();
            statements.forEach(statement -> changes.state(statement, Map.of()));
            work.ledger().record(changes);
        });
    }

    /** Takes over whom a provider calls one person although their identifiers contradict. */
    public void contradictions(List<Archive.Contradiction> contradictions) {
        within((work, trace) -> Family.contradict(work, contradictions));
    }

    /** Takes over updates that wait for their message. */
    public void parked(List<ParkedUpdate> updates) {
        within((work, trace) -> {
            Changes changes = new Changes();
            changes.parked().addAll(updates);
            work.ledger().record(changes);
        });
    }

    /** Takes over what was kept aside, and when it was received. */
    public void setAside(Map<Unreadable, Instant> what) {
        within((work, trace) -> {
            Changes changes = new Changes();
            changes.setAside().putAll(what);
            work.ledger().record(changes);
        });
    }

    /** Takes over who was said not to be a duplicate, in spite of what speaks for it now. */
    public void dismissals(List<Archive.Dismissal> dismissals) {
        within((work, trace) -> dismissals.forEach(each ->
                work.dismissals().add(each.pair(), Duplicates.evidence(work, each.pair()), each.by(), each.at())));
    }

    private void within(BiConsumer<UnitOfWork, Trace> doing) {
        Entrance entrance = access.enter(actor, Action.RESTORE);
        Overtaken.begunAgain(
                actor.tenant(),
                () -> entrance.change((work, trace) -> {
                    doing.accept(work, trace);
                    return actor;
                }));
    }
}
