package io.crmkit.watch;

import io.crmkit.UnitOfWork;
import io.crmkit.capture.Changes;
import io.crmkit.capture.Cluster;
import io.crmkit.capture.Ledger;
import io.crmkit.capture.Rearrangement;
import io.crmkit.capture.Recall;
import io.crmkit.capture.Recollection;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import io.crmkit.due.Due;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.AppointmentChanged;
import io.crmkit.event.DomainEvent.ContactCreated;
import io.crmkit.event.DomainEvent.ContactRestored;
import io.crmkit.event.DomainEvent.ContactsMerged;
import io.crmkit.event.DomainEvent.ConversationEnded;
import io.crmkit.event.DomainEvent.Heading;
import io.crmkit.event.DomainEvent.MergeUndone;
import io.crmkit.event.DomainEvent.MessageCaptured;
import io.crmkit.event.DomainEvent.PaymentCaptured;
import io.crmkit.event.DomainEvent.SystemEventCaptured;
import io.crmkit.event.Posting;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Knot;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.interaction.Threading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what a capture records, and who turned out to be whom. */
final class WatchedLedger implements Ledger {
    private final UnitOfWork unit;
    private final Ledger ledger;
    private final Watch watch;
    private final Closings closings;

    WatchedLedger(UnitOfWork unit, Watch watch, Closings closings) {
        this.unit = unit;
        this.ledger = unit.ledger();
        this.watch = watch;
        this.closings = closings;
    }

    @Override
    public Recollection recall(Recall recall) {
        watch.beforeReading();
        return ledger.recall(recall);
    }

    @Override
    public void record(Changes changes) {
        List<DomainEvent> events = new ArrayList<>();
        changes.contacts().forEach(contact -> events.add(new ContactCreated(watch.about(contact.id()))));
        changes.entries().forEach(entry -> events.add(captured(entry.interaction())));
        changes.closed().forEach(conversation -> events.add(ended(conversation)));
        closings.closed(changes.closed());
        closings.rearranging(false);
        Posting posting = watch.posting(events);
        changes.contacts().forEach(contact -> watch.touch(contact.id()));
        changes.entries()
                .forEach(entry -> watch.touch(entry.interaction().occurrence().contact()));
        changes.reindexed()
                .forEach(interaction -> watch.touch(interaction.occurrence().contact()));
        changes.namings().keySet().forEach(watch::touch);
        List<Due> dues = new ArrayList<>(watch.dues(posting));
        dues.addAll(watch.looks());
        changes.tell(posting, dues);
        ledger.record(changes);
    }

    private DomainEvent captured(Interaction interaction) {
        Heading heading = watch.about(interaction.occurrence().contact());
        if (interaction instanceof SystemEvent event) {
            return new SystemEventCaptured(heading, event.id(), event.kind());
        } else if (interaction instanceof Dealing dealing) {
            return dealing.deal() instanceof Booking booking
                    ? new AppointmentChanged(heading, dealing.id(), booking.status())
                    : new PaymentCaptured(heading, dealing.id());
        }
        return new MessageCaptured(heading, interaction.id(), interaction.author());
    }

    private ConversationEnded ended(Conversation conversation) {
        return new ConversationEnded(watch.about(conversation.contact()), conversation.id());
    }

    @Override
    public Cluster cluster(Set<MatchKey> keys) {
        return ledger.cluster(keys);
    }

    @Override
    public void rearrange(Rearrangement change) {
        if (!change.absorbed().isEmpty() || !change.moves().isEmpty()) {
            change.contacts().forEach(closings::before);
        }
        closings.rearranging(true);
        ledger.rearrange(change);
        change.contacts().forEach(watch::touch);
        change.created().forEach(watch::touch);
        change.created().forEach(contact -> watch.raise(new ContactCreated(watch.about(contact))));
        change.absorbed().forEach((from, into) -> {
            watch.move(from, into);
            watch.raise(new ContactsMerged(watch.about(into), from));
        });
        change.merge().ifPresent(merge -> change.restored().forEach(contact -> restored(contact, merge)));
    }

    private void restored(ContactId contact, Merge undone) {
        ContactId one = undone.survivor().contact();
        ContactId survivor = unit.contacts().find(one).map(ContactSummary::id).orElse(one);
        watch.raise(List.of(
                new MergeUndone(watch.about(survivor), contact), new ContactRestored(watch.about(contact), survivor)));
    }

    @Override
    public Map<ChannelAccount, List<Knot>> knots(ContactId contact) {
        return ledger.knots(contact);
    }

    @Override
    public void rethread(ContactId contact, ChannelAccount account, List<Threading.Thread> threads) {
        closings.before(contact);
        ledger.rethread(contact, account, threads);
        watch.touch(contact);
        Collection<Conversation> cut =
                threads.stream().map(Threading.Thread::conversation).toList();
        watch.raise(closings.among(cut).stream().map(this::ended).toList());
    }

    @Override
    public Naming namesGivenBy(ContactId contact) {
        return ledger.namesGivenBy(contact);
    }
}
