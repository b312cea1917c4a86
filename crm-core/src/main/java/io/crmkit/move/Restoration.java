package io.crmkit.move;

import io.crmkit.UnitOfWork;
import io.crmkit.appointment.Patronage;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Changes;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.Overtaken;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Portrait;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.duplicate.Duplicates;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Dealing;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Trace;
import io.crmkit.report.PlannedReport;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Move reaching;

    public Restoration(Access access, CaptureRules rules, Actor actor) {
        this.access = access;
        this.rules = rules;
        this.actor = actor;
    }

    /**
     * Where to begin: at the beginning if the tenant has no contacts, so that there is nothing what is taken over could be
     * at odds with; where it broke off if an archive was being taken over. Empty if it has contacts of its own.
     */
    public Optional<Move> begin() {
        return access.enter(actor, Action.RESTORE).read((work, trace) -> {
            Optional<Move> open = work.moves().last().filter(move -> !move.ended());
            return open.isPresent() || !work.contacts().byFirstContact(null, 1).isEmpty()
                    ? open
                    : Optional.of(Move.BEGINNING);
        });
    }

    /** Notes with what is taken over next, in the same transaction, how far it is then. */
    public void reaching(Move move) {
        reaching = move;
    }

    /** Notes how far it is, or that it ended. */
    public void reached(Move move) {
        reaching = move;
        within((work, trace) -> {});
    }

    /**
     * Takes contacts over, and entries and keepsakes of them or of those taken over before.
     *
     * @param contacts none of which there is
     * @throws IllegalArgumentException if there is one of them; then nothing is taken over
     */
    public void contacts(List<Portrait> contacts, List<Entry> entries, List<Keepsake> keepsakes) {
        TenantSettings settings = rules.tenants().settings(actor.tenant());
        within((work, trace) -> {
            Set<ContactId> ids = contacts.stream().map(Portrait::id).collect(Collectors.toSet());
            if (ids.size() < contacts.size() || !work.additions().hold(ids).isEmpty()) {
                throw new IllegalArgumentException("There is a contact of this id");
            }
            if (!work.graveyard().among(all(contacts)).isEmpty()) {
                throw new IllegalArgumentException("A contact of this id was erased");
            }
            trace.of(ids);
            new Family(work, settings).settle(contacts);
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
            contacts.stream()
                    .filter(contact -> !contact.facts().isEmpty())
                    .forEach(contact -> work.facts().replace(contact.id(), List.of(), contact.facts()));
            Patronage.keep(work.dealings(), dealt);
            if (!keepsakes.isEmpty()) {
                work.keepsakes().put(keepsakes);
            }
        });
    }

    private static Set<ContactId> all(List<Portrait> contacts) {
        Set<ContactId> all = new HashSet<>();
        contacts.forEach(contact -> {
            all.add(contact.id());
            contact.absorbed().forEach(absorbed -> all.add(absorbed.id()));
        });
        return all;
    }

    /** Takes over what people asked for who are no contacts any more. */
    public void strays(List<Keepsake> requests) {
        within((work, trace) -> work.keepsakes().put(requests));
    }

    /** Takes over the last word on identifiers. */
    public void words(List<LastWord<MatchKey>> words) {
        within((work, trace) -> work.keepsakes().say(words));
    }

    /** Takes over who was erased; what is left of one that was not over is looked for here too. */
    public void erasures(List<Buried> erasures) {
        within((work, trace) -> {
            erasures.forEach(work.graveyard()::bury);
            work.due()
                    .add(erasures.stream()
                            .filter(erasure -> erasure.completedAt() == null)
                            .map(erasure -> new Due(
                                    erasure.id(), DueKind.ERASE, rules.clock().instant()))
                            .toList());
        });
    }

    /** Takes over what stands for messages that do not come back. */
    public void goneMessages(Set<String> messages) {
        within((work, trace) -> work.graveyard().keepOut(messages));
    }

    /**
     * Takes smart lists over, all or none.
     *
     * @throws IllegalArgumentException if one asks for what the tenant's settings do not declare, or refers to a list that is
     *     not among these and not there
     */
    public void lists(List<SmartList> lists) {
        within((work, trace) -> {
            Map<SegmentKey, Criterion> all =
                    new HashMap<>(SmartList.criteria(work.smartLists().all()));
            all.putAll(SmartList.criteria(lists));
            AsOf asOf = new AsOf(rules.clock().instant(), rules.tenants().settings(actor.tenant()), all);
            all.values().forEach(asOf::check);
            lists.forEach(work.smartLists()::save);
        });
    }

    /** Takes reports over that come by themselves, from now on in this actor's name. */
    public void reports(List<PlannedRuns> reports) {
        within((work, trace) -> reports.forEach(each -> {
            UUID id = work.reports().id(each.report().key());
            work.reports().save(new PlannedReport(each.report(), actor, each.nextAt()));
            each.runs().forEach(run -> work.reports().note(id, run));
            work.due().add(List.of(new Due(id, DueKind.REPORT, each.nextAt())));
        }));
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
            updates.forEach(update -> changes.parked().put(update, Family.NOBODY));
            work.ledger().record(changes);
        });
    }

    /** Takes over what was kept aside, each with when it was received; the same may have come twice. */
    public void setAside(List<Map.Entry<Unreadable, Instant>> what) {
        within((work, trace) -> what.forEach(each -> {
            Changes changes = new Changes();
            changes.setAside().put(each.getKey(), each.getValue());
            work.ledger().record(changes);
        }));
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
                    if (reaching != null) {
                        work.moves().save(reaching);
                    }
                    return actor;
                }));
    }
}
