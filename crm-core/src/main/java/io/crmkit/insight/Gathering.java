package io.crmkit.insight;

import io.crmkit.UnitOfWork;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
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
     * @param later when there may be; null if there is nothing at all
     */
    record Found(@Nullable Window window, @Nullable Instant later) {
        static final Found NOTHING = new Found(null, null);
    }

    Found of(ContactId id) {
        return work.contacts()
                .find(id)
                .map(ContactSummary::id)
                .map(this::unread)
                .orElse(Found.NOTHING);
    }

    private Found unread(ContactId contact) {
        List<InteractionId> ids = work.readings().unread(contact, extractor.id(), reader, NEW);
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
        // A message without text is only noted, together with what fell away with it.
        boolean model = !extractor.deterministic() && news.stream().allMatch(m -> Window.text(m) != null);
        Found wait = model ? tooEarly(contact, news) : null;
        return wait != null
                ? wait
                : new Found(
                        Window.of(
                                contact,
                                news,
                                around(contact, news),
                                hidden(news),
                                work.facts().of(contact)),
                        null);
    }

    /** Null if a model should be asked now. */
    private @Nullable Found tooEarly(ContactId contact, List<Message> news) {
        long informative = news.stream().filter(Gathering::informative).count();
        if (informative < INFORMATIVE) {
            return Found.NOTHING;
        }
        Instant quiet = news.get(news.size() - 1).occurredAt().plus(QUIET);
        Instant longest = news.get(0).occurredAt().plus(LONGEST_WAIT);
        Instant when = quiet.isBefore(longest) ? quiet : longest;
        boolean due = news.size() >= ENOUGH || !when.isAfter(now) || closed(contact, news.get(0));
        return due ? null : new Found(null, when);
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
