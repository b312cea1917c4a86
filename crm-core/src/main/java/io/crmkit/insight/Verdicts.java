package io.crmkit.insight;

import io.crmkit.Ids;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Subject;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.insight.Decision.Verdict;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an actor says of facts: a person's word counts above all that was read. Thread-safe.
 *
 * @since 0.1
 */
public final class Verdicts {
    private final Actor actor;
    private final Access access;
    private final InstantSource clock;
    private final Ids ids;

    public Verdicts(Actor actor, Access access, InstantSource clock, Ids ids) {
        this.actor = actor;
        this.access = access;
        this.clock = clock;
        this.ids = ids;
    }

    /** Says that a fact is so; empty if the contact has no such fact. */
    public Optional<Fact> accept(ContactId contact, FactId fact) {
        return accept(contact, fact, false);
    }

    /** Says that a fact is so and that nothing else is to be proposed in its place. */
    public Optional<Fact> lock(ContactId contact, FactId fact) {
        return accept(contact, fact, true);
    }

    private Optional<Fact> accept(ContactId contact, FactId id, boolean locked) {
        return change(
                Action.ACCEPT_FACT,
                contact,
                (about, facts) -> decide(facts, id, decision(about, Verdict.ACCEPTED, locked)));
    }

    /** Says that a fact is not so; empty if the contact has no such fact. */
    public Optional<Fact> reject(ContactId contact, FactId id) {
        return change(
                Action.REJECT_FACT,
                contact,
                (about, facts) -> decide(facts, id, decision(about, Verdict.REJECTED, false)));
    }

    /** Says what is so instead of a fact; the fact that is so, empty if the contact has no such fact. */
    public Optional<Fact> correct(ContactId contact, FactId id, FactValue value) {
        return change(Action.CORRECT_FACT, contact, (about, facts) -> {
            Fact wrong = find(facts, fact -> fact.id().equals(id));
            if (wrong == null) {
                return null;
            }
            Matter m = wrong.matter();
            Matter right = new Matter(m.type(), key(m, value), value, m.subject(), m.relation());
            if (!right.canonical().equals(m.canonical())) {
                decide(facts, id, decision(about, Verdict.REJECTED, false));
            }
            return state(facts, right, wrong.sensitivity(), decision(about, Verdict.ACCEPTED, false));
        });
    }

    /** A code is its own key. */
    private static String key(Matter matter, FactValue value) {
        boolean coded =
                matter.value() instanceof FactValue.Code code && code.value().equals(matter.key());
        return coded && value instanceof FactValue.Code other ? other.value() : matter.key();
    }

    /** Says something about a contact; empty if there is no such contact. */
    public Optional<Fact> state(ContactId contact, FactType type, String key, FactValue value) {
        Matter matter = new Matter(type, key, value, Subject.CUSTOMER, "");
        return change(
                Action.STATE_FACT,
                contact,
                (about, facts) -> state(facts, matter, Sensitivity.ORDINARY, decision(about, Verdict.ACCEPTED, false)));
    }

    /** Makes a contact's messages due to be read by an extractor that has not read them, as after a new version. */
    public void readAgain(ContactId contact, DueKind kind) {
        access.enter(actor, Action.READ_AGAIN, contact).change((work, trace) -> {
            Optional<ContactId> found = work.contacts().find(contact).map(ContactSummary::id);
            trace.of(found, contact);
            found.ifPresent(id -> work.due().add(List.of(new Due(id.value(), kind, clock.instant()))));
            return found;
        });
    }

    private Decision decision(ContactId contact, Verdict verdict, boolean locked) {
        return new Decision(contact, verdict, locked, actor.name(), now());
    }

    /** As precise as storage has it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Fact> change(
            Action action, ContactId id, BiFunction<ContactId, List<Fact>, @Nullable FactId> change) {
        return access.enter(actor, action, id).change((work, trace) -> {
            ContactId contact = work.contacts().find(id).map(ContactSummary::id).orElse(null);
            if (contact == null) {
                trace.missed(id);
                return Optional.empty();
            }
            work.facts().hold(contact);
            List<Fact> before = work.facts().of(contact);
            List<Fact> facts = new ArrayList<>(before);
            FactId changed = change.apply(contact, facts);
            if (changed == null) {
                trace.missed(contact);
                return Optional.empty();
            }
            trace.of(contact);
            List<Fact> after = Reconciliation.of(facts, now());
            work.facts().replace(contact, before, after);
            return after.stream().filter(fact -> fact.id().equals(changed)).findFirst();
        });
    }

    private static @Nullable FactId decide(List<Fact> facts, FactId id, Decision decision) {
        Fact fact = find(facts, each -> each.id().equals(id));
        if (fact == null) {
            return null;
        }
        facts.set(facts.indexOf(fact), fact.with(decision));
        return id;
    }

    private FactId state(List<Fact> facts, Matter matter, Sensitivity sensitivity, Decision decision) {
        Fact known = find(facts, fact -> fact.matter().canonical().equals(matter.canonical()));
        if (known != null) {
            facts.set(facts.indexOf(known), known.with(decision));
            return known.id();
        }
        Fact stated = new Fact(
                new FactId(ids.next()),
                matter,
                sensitivity,
                List.of(decision),
                List.of(),
                new Standing(Standing.State.CURRENT, 1, null, null),
                now(),
                null);
        facts.add(stated);
        return stated.id();
    }

    private static @Nullable Fact find(List<Fact> facts, Predicate<Fact> test) {
        return facts.stream().filter(test).findFirst().orElse(null);
    }
}
