package io.crmkit.profile;

import io.crmkit.Page;
import io.crmkit.UnitOfWork;
import io.crmkit.appointment.Habits;
import io.crmkit.appointment.Patronage;
import io.crmkit.contact.Additions;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Contacts;
import io.crmkit.contact.Note;
import io.crmkit.insight.Behaviour;
import io.crmkit.insight.Fact;
import io.crmkit.insight.FactBook;
import io.crmkit.insight.Insights;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.Timelines;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads contacts, profiles and timelines. A contact is found by its id and by the id of any contact it absorbed; one of
 * another tenant is not there. Thread-safe.
 *
 * @since 0.1
 */
public final class Profiles {
    private static final int CONVERSATIONS = 10;
    private static final int RECENT = 50;
    private static final int NOTES = 20;

    /** So many later ones are shown with an interaction. */
    private static final int AFTER = 10;

    private static final int INQUIRY_PAGES = 20;
    private static final int LONGEST_PAGE = 1_000;

    private final Access access;
    private final Tenants tenants;
    private final InstantSource clock;

    public Profiles(Access access, Tenants tenants, InstantSource clock) {
        this.access = access;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Contacts by the time of their first interaction, oldest first; those nothing happened with yet come last.
     *
     * @param cursor from the page before; null for the first
     * @param limit 1 to 1,000
     */
    public Page<ContactSummary> contacts(Actor actor, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.LIST);
        PageEnd end = PageEnd.parse(cursor);
        Contacts.Cursor after = end == null ? null : new Contacts.Cursor(end.at(), new ContactId(end.id()));
        List<ContactSummary> found = entrance.read((work, trace) -> {
            List<ContactSummary> listed = work.contacts().byFirstContact(after, more(limit));
            listed.stream().limit(limit).forEach(summary -> trace.of(summary.id()));
            return listed;
        });
        Instant since = activeSince(actor);
        return page(
                found.stream().map(summary -> summary.activeSince(since)).toList(),
                limit,
                last -> new PageEnd(last.activity().first(), last.id().value()));
    }

    /** Everything at hand about one contact. */
    public Optional<ContactProfile> profile(Actor actor, ContactId id) {
        return profile(actor, Action.VIEW_CONTACT, id);
    }

    /** The same for a use case that is made of it. */
    public Optional<ContactProfile> profile(Actor actor, Action action, ContactId id) {
        Entrance entrance = access.enter(actor, action, id);
        TenantSettings settings = tenants.settings(actor.tenant());
        Instant since = activeSince(actor);
        return entrance.read((work, trace) -> {
            Optional<ContactSummary> found = work.contacts().find(id);
            trace.of(found.map(ContactSummary::id), id);
            return found.map(summary -> profile(work, summary.activeSince(since), settings.zone()));
        });
    }

    private Instant activeSince(Actor actor) {
        TenantSettings settings = tenants.settings(actor.tenant());
        return settings.daysAgo(clock.instant(), settings.inactiveAfter());
    }

    /** A contact's notes, newest first; empty if there is no such contact. */
    public Page<Note> notes(Actor actor, ContactId id, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_NOTES, id);
        PageEnd end = PageEnd.parse(cursor);
        Additions.Cursor olderThan = end == null ? null : new Additions.Cursor(end.instant(), end.id());
        List<Note> found =
                ofContact(entrance, id, work -> survivor -> work.additions().notes(survivor, olderThan, more(limit)));
        return page(found, limit, last -> new PageEnd(last.writtenAt(), last.id()));
    }

    /**
     * A contact's interactions, newest first; empty if there is no such contact.
     *
     * @param cursor from the page before; null for the newest
     * @param limit 1 to 1,000
     */
    public Page<Interaction> timeline(Actor actor, ContactId id, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_TIMELINE, id);
        Timelines.Cursor olderThan = timelineCursor(cursor);
        List<Interaction> found =
                ofContact(entrance, id, work -> survivor -> work.timelines().newest(survivor, olderThan, more(limit)));
        return page(found, limit, Profiles::end);
    }

    /** What is around one of a contact's interactions, newest first; empty if the contact has no such interaction. */
    public Page<Interaction> around(Actor actor, ContactId id, InteractionId entry, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_TIMELINE, id);
        List<Interaction> found = ofContact(
                entrance,
                id,
                work -> survivor -> work.timelines().find(List.of(entry)).stream()
                        .filter(each -> each.occurrence().contact().equals(survivor))
                        .findFirst()
                        .map(each -> around(work.timelines(), survivor, each, more(limit)))
                        .orElse(List.of()));
        return page(found, limit, Profiles::end);
    }

    private static List<Interaction> around(Timelines timelines, ContactId contact, Interaction entry, int limit) {
        Timelines.Cursor at = new Timelines.Cursor(entry.occurredAt(), entry.id());
        List<Interaction> found = new ArrayList<>(timelines.oldest(contact, at, Math.min(AFTER, limit / 2)));
        Collections.reverse(found);
        found.add(entry);
        found.addAll(timelines.newest(contact, at, limit - found.size()));
        return found;
    }

    /** A contact's conversations, newest first; empty if there is no such contact. */
    public Page<ConversationView> conversations(Actor actor, ContactId id, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_CONVERSATIONS, id);
        PageEnd end = PageEnd.parse(cursor);
        List<ConversationView> found = ofContact(
                entrance,
                id,
                work -> survivor ->
                        views(work.timelines(), ConversationPage.of(work.timelines(), survivor, end, more(limit))));
        return page(
                found,
                limit,
                last -> new PageEnd(
                        last.conversation().openedAt(), last.conversation().id().value()));
    }

    /** What belongs to a conversation, oldest first. */
    public Page<Interaction> entries(Actor actor, Conversation conversation, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_CONVERSATION, conversation.contact());
        Timelines.Cursor newerThan = timelineCursor(cursor);
        List<Interaction> found = entrance.read((work, trace) -> {
            List<Interaction> entries = work.timelines().entries(conversation, newerThan, more(limit));
            if (entries.isEmpty() && newerThan == null) {
                trace.missed(conversation.contact());
            } else {
                trace.of(conversation.contact(), Math.min(entries.size(), limit));
            }
            return entries;
        });
        return page(found, limit, Profiles::end);
    }

    private static ContactProfile profile(UnitOfWork work, ContactSummary summary, ZoneId zone) {
        Timelines timelines = work.timelines();
        List<Interaction> recent = new ArrayList<>(timelines.newest(summary.id(), null, RECENT));
        recent.sort(Interaction.TIMELINE);
        List<Fact> facts = FactBook.sorted(work.facts().of(summary.id()));
        Patronage patronage =
                Patronage.of(work.dealings().of(List.of(summary.id())).getOrDefault(summary.id(), List.of()));
        return new ContactProfile(
                summary,
                inquiry(timelines, summary.id()),
                views(timelines, timelines.conversations(summary.id(), null, CONVERSATIONS)),
                List.copyOf(recent),
                work.additions().attributes(summary.id()),
                work.additions().notes(summary.id(), null, NOTES),
                work.contacts().conflictsOf(summary.id()),
                facts,
                Insights.of(facts, Insights.shown(work.readings(), recent)),
                Behaviour.of(timelines.beats(summary.id(), Behaviour.NEWEST), zone),
                patronage,
                Habits.of(patronage.appointments(), zone));
    }

    private static List<ConversationView> views(Timelines timelines, List<Conversation> conversations) {
        return conversations.stream()
                .map(c -> new ConversationView(c, timelines.tally(c)))
                .toList();
    }

    /** Read off the first page on which the customer says something: the business may have written a lot before. */
    private static Optional<InitialInquiry> inquiry(Timelines timelines, ContactId contact) {
        Timelines.Cursor newerThan = null;
        for (int page = 0; page < INQUIRY_PAGES; page++) {
            List<Interaction> found = timelines.oldest(contact, newerThan, RECENT);
            List<Message> asked = found.stream()
                    .sorted(Interaction.TIMELINE)
                    .filter(i -> i.author() == Author.CUSTOMER && i instanceof Message)
                    .map(Message.class::cast)
                    .toList();
            if (!asked.isEmpty()) {
                return Optional.of(inquiry(asked));
            }
            if (found.size() < RECENT) {
                return Optional.empty();
            }
            Interaction last = found.get(RECENT - 1);
            newerThan = new Timelines.Cursor(last.occurredAt(), last.id());
        }
        return Optional.empty();
    }

    private static InitialInquiry inquiry(List<Message> asked) {
        ConversationId first = asked.get(0).occurrence().conversation();
        List<Message> conversation = asked.stream()
                .filter(m -> m.occurrence().conversation().equals(first))
                .toList();
        String text = firstOf(conversation, m -> m.content().text());
        Referral referral = firstOf(conversation, m -> m.original().referral());
        return new InitialInquiry(text, referral);
    }

    private static <T> @Nullable T firstOf(List<Message> messages, Function<Message, @Nullable T> part) {
        for (Message message : messages) {
            T found = part.apply(message);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static <T> List<T> ofContact(
            Entrance entrance, ContactId id, Function<UnitOfWork, Function<ContactId, List<T>>> read) {
        return entrance.read((work, trace) -> {
            Optional<ContactId> found = work.contacts().find(id).map(ContactSummary::id);
            trace.of(found, id);
            return found.map(read.apply(work)).orElse(List.of());
        });
    }

    private static Timelines.@Nullable Cursor timelineCursor(@Nullable String cursor) {
        PageEnd end = PageEnd.parse(cursor);
        return end == null ? null : new Timelines.Cursor(end.instant(), new InteractionId(end.id()));
    }

    private static PageEnd end(Interaction last) {
        return new PageEnd(last.occurredAt(), last.id().value());
    }

    private static int more(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE);
        }
        return limit + 1;
    }

    /** One more than asked was read, to know whether there is more. */
    private static <T> Page<T> page(List<T> found, int limit, Function<T, PageEnd> end) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(end.apply(items.get(limit - 1)).text()));
    }
}
