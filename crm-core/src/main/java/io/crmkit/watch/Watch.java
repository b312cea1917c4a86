package io.crmkit.watch;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.event.CrmListener;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.Heading;
import io.crmkit.event.Posting;
import io.crmkit.membership.Survey;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happens in one unit of work. Not thread-safe. */
final class Watch {
    private final TenantId tenant;
    private final Watchers watchers;
    private final UnitOfWork unit;
    private final Instant now;
    private final List<DomainEvent> raised = new ArrayList<>();
    private final Set<ContactId> looked = new HashSet<>();
    private final Set<ContactId> changed = new LinkedHashSet<>();
    private final FactNews news = new FactNews();
    private final WatchedWork watched;
    private @Nullable RuntimeException broken;
    private int told;

    Watch(TenantId tenant, Watchers watchers, UnitOfWork unit) {
        this.tenant = tenant;
        this.watchers = watchers;
        this.unit = unit;
        this.now = watchers.clock().instant().truncatedTo(ChronoUnit.MICROS);
        this.watched = new WatchedWork(unit, this);
    }

    TenantId tenant() {
        return tenant;
    }

    FactNews news() {
        return news;
    }

    /** What throws within a unit of work leaves nothing of the whole of it, whoever catches it. */
    <T> T within(Function<UnitOfWork, T> work) {
        try {
            T result = work.apply(watched);
            raise(news.events(this));
            List<Due> looks = looks();
            if (!looks.isEmpty()) {
                unit.due().add(looks);
            }
            return result;
        } catch (RuntimeException failure) {
            broken = failure;
            throw failure;
        }
    }

    /** Tells the listeners what they were not told, also of what they do. */
    void tell() {
        while (told < raised.size()) {
            DomainEvent next = raised.get(told++);
            for (CrmListener listener : watchers.listeners()) {
                listener.on(next);
            }
        }
        if (broken != null) {
            throw broken;
        }
    }

    Heading about(ContactId contact) {
        return new Heading(watchers.ids().next(), tenant, contact, now);
    }

    /** Before anything is read that listeners are to see changed. */
    void beforeReading() {
        if (!watchers.listeners().isEmpty()) {
            unit.outbox().writeThrough();
        }
    }

    /** Has these events told, and puts them on their way. */
    void raise(Collection<? extends DomainEvent> events) {
        Posting posting = posting(events);
        if (!posting.empty()) {
            unit.outbox().add(posting);
            unit.due().add(dues(posting));
        }
    }

    void raise(DomainEvent event) {
        raise(List.of(event));
    }

    /** Has these events told; what is to be put on its way by the caller. */
    Posting posting(Collection<? extends DomainEvent> events) {
        if (!watchers.listeners().isEmpty()) {
            raised.addAll(events);
        }
        return new Posting(List.copyOf(events), watchers.subscribers());
    }

    /** Notes that something of a contact changed that segments may ask of. */
    void touch(ContactId contact) {
        if (watchers.segments() && looked.add(contact)) {
            changed.add(contact);
        }
    }

    /** Notes that segments are defined otherwise from now on, in what ever it may be. */
    void redefined() {
        if (watchers.segments()) {
            unit.memberships().holdSurvey();
            unit.memberships().save(new Survey("", null, false));
            unit.due().add(List.of(Due.atOnce(Due.EVERYBODY, DueKind.SURVEY_SEGMENTS, now)));
        }
    }

    /** What is to be done about contacts that changed since this was asked last. */
    List<Due> looks() {
        List<Due> looks = changed.stream()
                .map(contact -> Due.atOnce(contact.value(), DueKind.SEGMENTS, now))
                .toList();
        changed.clear();
        return looks;
    }

    /** What is to be done then. */
    List<Due> dues(Posting posting) {
        return posting.empty()
                ? List.of()
                : posting.events().stream()
                        .map(DomainEvent::contact)
                        .distinct()
                        .map(this::delivery)
                        .toList();
    }

    /** One contact's events go on among another's. */
    void move(ContactId from, ContactId into) {
        if (!watchers.subscribers().isEmpty()) {
            unit.outbox().move(from, into);
            unit.due().add(List.of(delivery(into)));
        }
    }

    private Due delivery(ContactId stream) {
        return Due.atOnce(stream.value(), DueKind.DELIVER_EVENTS, now);
    }
}
