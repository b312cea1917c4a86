package io.crmkit.insight;

import io.crmkit.UnitOfWork;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.due.Due;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Timelines.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what an extractor has not read of a contact, and whether it is time to. */
final class Gathering {
    private static final int NEW = 40;
    private static final int CONTEXT = 10;
    private static final int BETWEEN = 120;
    private static final int ENOUGH = 12;
    private static final int INFORMATIVE = 2;
    private static final int INFORMATIVE_LENGTH = 12;
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(60);
    /** So often all of a contact is looked through, for what was captured while nobody asked for extraction. */
    private static final Duration VERIFIED = Duration.ofDays(7);

    private final UnitOfWork work;
    private final ExtractorDescriptor extractor;
    private final String reader;
    private final Instant now;

    Gathering(UnitOfWork work, ExtractorDescriptor extractor, String reader, Instant now) {
        this.work = work;
        this.extractor = extractor;
        this.reader = reader;
        this.now = now;
    }

    /**
     * What was found.
     *
     * @param window null if there is nothing to read now
     * @param later when there may be; null if there is not before they write again
     * @param unreadFrom when the earliest of what stays unread was said
     */
    record Found(@Nullable Window window, @Nullable Instant later, Instant unreadFrom) {
        /** Later than anything. */
        private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

        static final Found NOTHING = new Found(null, null, NEVER);
    }

    /** @param since when the earliest of what may be unread happened */
    Found of(ContactId id, Instant since) {
        return work.contacts()
                .find(id)
                .map(ContactSummary::id)
                .map(contact -> unread(contact, since))
                .orElse(Found.NOTHING);
    }

    /** Leaves what there is unread. */
    void leave(ContactId id, Instant since) {
        work.contacts().find(id).map(ContactSummary::id).ifPresent(contact -> {
            ReadUpTo known = trusted(contact);
            if (known != null && since.isBefore(known.unreadFrom())) {
                work.readings().keep(contact, extractor.id(), new ReadUpTo(reader, since, known.verifiedAt()));
            }
        });
    }

    private @Nullable ReadUpTo trusted(ContactId contact) {
        return work.readings()
                .readUpTo(contact, extractor.id())
                .filter(known -> known.reader().equals(reader)
                        && known.verifiedAt().plus(VERIFIED).isAfter(now))
                .orElse(null);
    }

    private Found unread(ContactId contact, Instant since) {
        ReadUpTo known = trusted(contact);
        Instant from = known == null ? Due.EVERYTHING : since.isBefore(known.unreadFrom()) ? since : known.unreadFrom();
        Found found = from(contact, from);
        if (found.window() == null && found.later() == null) {
            Instant unreadFrom = found.unreadFrom();
            Instant verified = from.equals(Due.EVERYTHING) || known == null ? now : known.verifiedAt();
            ReadUpTo upTo = new ReadUpTo(reader, unreadFrom, verified);
            if (known == null || !unreadFrom.equals(known.unreadFrom()) || !verified.equals(known.verifiedAt())) {
                work.readings().keep(contact, extractor.id(), upTo);
            }
        }
        return found;
    }

    private Found from(ContactId contact, Instant from) {
        List<InteractionId> ids = work.readings().unread(contact, extractor.id(), reader, from, NEW);
        if (ids.isEmpty()) {
            return Found.NOTHING;
        }
        List<Message> unread = work.timelines().find(ids).stream()
                .sorted(Interaction.TIMELINE)
                .map(Message.class::cast)
                .toList();
        if (unread.isEmpty()) {
            return Found.NOTHING;
        }
        ConversationId conversation = unread.get(0).occurrence().conversation();
        List<Message> news = unread.stream()
                .filter(m -> m.occurrence().conversation().equals(conversation))
                .toList();
        if (extractor.deterministic()) {
            return found(contact, news);
        }
        // What has no text, or none any more, is noted at once and asks for no model.
        List<Message> blank = news.stream().filter(m -> Window.text(m) == null).toList();
        if (!blank.isEmpty()) {
            return found(contact, blank);
        }
        boolean closed = closed(contact, news.get(0));
        if (news.stream().filter(Gathering::informative).count() < INFORMATIVE) {
            return closed
                    ? unasked(contact, news)
                    : new Found(null, null, news.get(0).occurredAt());
        }
        Instant wait = closed || news.size() >= ENOUGH ? now : quiet(news);
        return wait.isAfter(now) ? new Found(null, wait, news.get(0).occurredAt()) : found(contact, news);
    }

    private static Instant quiet(List<Message> news) {
        Instant quiet = news.get(news.size() - 1).occurredAt().plus(QUIET);
        Instant longest = news.get(0).occurredAt().plus(LONGEST_WAIT);
        return quiet.isBefore(longest) ? quiet : longest;
    }

    private Found found(ContactId contact, List<Message> news) {
        return new Found(
                Window.of(
                        contact,
                        news,
                        around(contact, news),
                        hidden(news),
                        work.facts().of(contact)),
                null,
                news.get(0).occurredAt());
    }

    /** A conversation that ended with too little said is noted as read without asking anybody. */
    private Found unasked(ContactId contact, List<Message> news) {
        Set<InteractionId> all = new HashSet<>(news.stream().map(Message::id).toList());
        return new Found(
                Window.of(contact, news, List.of(), all, List.of()),
                null,
                news.get(0).occurredAt());
    }

    private static boolean informative(Message message) {
        String text = Window.text(message);
        return text != null
                && text.codePoints().filter(Character::isLetterOrDigit).count() >= INFORMATIVE_LENGTH;
    }

    private boolean closed(ContactId contact, Message message) {
        return work.timelines().conversations(contact, null, NEW).stream()
                .filter(c -> c.id().equals(message.occurrence().conversation()))
                .noneMatch(Conversation::open);
    }

    private List<Interaction> around(ContactId contact, List<Message> news) {
        Message first = news.get(0);
        Message last = news.get(news.size() - 1);
        Cursor cursor = new Cursor(first.occurredAt(), first.id());
        Set<InteractionId> seen = new HashSet<>();
        List<Interaction> all = new ArrayList<>();
        for (Collection<? extends Interaction> part : List.of(
                news,
                work.timelines().newest(contact, cursor, CONTEXT),
                work.timelines().oldest(contact, cursor, BETWEEN))) {
            for (Interaction each : part) {
                if (each.occurrence().conversation().equals(first.occurrence().conversation())
                        && !each.occurredAt().isAfter(last.occurredAt())
                        && seen.add(each.id())) {
                    all.add(each);
                }
            }
        }
        all.sort(Interaction.TIMELINE);
        return all;
    }

    /** What speaks to the machine is kept from models. */
    private Set<InteractionId> hidden(List<Message> news) {
        Set<InteractionId> hidden = new HashSet<>();
        if (!extractor.deterministic()) {
            work.readings().of(news.stream().map(Message::id).toList()).forEach(reading -> {
                if (reading.insight() != null && reading.insight().injectionSuspected()) {
                    hidden.add(reading.message());
                }
            });
        }
        return hidden;
    }
}
