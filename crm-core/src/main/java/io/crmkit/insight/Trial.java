package io.crmkit.insight;

import io.crmkit.Storage;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Timelines.Cursor;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads contacts by an extractor that is not in use yet, or not in this version, and says what would become of what is known
 * of them. Nothing is stored. A model is asked within the tenant's tokens of the day, and only where text may leave the host.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class Trial {
    private static final int PAGE = 200;
    private static final int NEW = 40;
    private static final int CONTEXT = 10;

    private final Actor actor;
    private final Storage storage;
    private final Access access;
    private final Extraction extraction;
    private final Extraction.Rules rules;
    private final ExtractorDescriptor extractor;

    /**
     * What an extractor would make of a contact.
     *
     * @param messages how many messages of the customer's it read
     * @param complete whether it read all of them; where it did not, it was away, failed, or may not be asked now
     * @param same what stays as it is
     * @param gained what would be known that is not, or would stand otherwise
     * @param lost what is known and would not be, or would stand otherwise; what a person confirmed never is
     */
    public record Difference(
            ContactId contact, int messages, boolean complete, List<Fact> same, List<Fact> gained, List<Fact> lost) {
        public Difference {
            same = List.copyOf(same);
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }
    }

    public Trial(Actor actor, Storage storage, Access access, Extraction.Rules rules, FactExtractor candidate) {
        this.actor = actor;
        this.storage = storage;
        this.access = access;
        this.rules = rules.uncounted();
        this.extraction = new Extraction(storage, candidate, this.rules);
        this.extractor = candidate.descriptor();
    }

    /** What it would make of a contact; empty if there is no such contact. */
    public Optional<Difference> of(ContactId id) {
        Optional<ContactId> contact = access.enter(actor, Action.TRY_EXTRACTOR, id)
                .read((work, trace) -> {
                    Optional<ContactId> found = work.contacts().find(id).map(ContactSummary::id);
                    trace.of(found, id);
                    return found;
                });
        return contact.map(found -> new Run(found).difference());
    }

    /** One contact. */
    private final class Run {
        private final ContactId contact;
        private final List<Fact> before;
        private final ExtractionSettings settings = rules.policy().settings(actor.tenant());
        private List<Fact> facts;
        private List<Interaction> earlier = List.of();
        private int messages;

        Run(ContactId contact) {
            this.contact = contact;
            this.before = storage.within(actor.tenant(), work -> work.facts().of(contact));
            this.facts = before;
        }

        Difference difference() {
            boolean allowed = !extractor.leavesHost() || settings.mayLeaveHost();
            Cursor cursor = null;
            boolean more = allowed;
            boolean complete = allowed;
            while (more) {
                List<Interaction> page = page(cursor);
                complete = read(page);
                more = complete && page.size() == PAGE;
                if (more) {
                    Interaction last = page.get(PAGE - 1);
                    cursor = new Cursor(last.occurredAt(), last.id());
                }
            }
            Map<String, Fact> was = shown(before);
            Map<String, Fact> is = shown(facts);
            return new Difference(
                    contact,
                    messages,
                    complete,
                    only(is, was::containsKey),
                    only(is, key -> !was.containsKey(key)),
                    only(was, key -> !is.containsKey(key)));
        }

        private List<Interaction> page(@Nullable Cursor cursor) {
            return storage.within(
                    actor.tenant(),
                    work -> work.timelines().oldest(contact, cursor, PAGE).stream()
                            .sorted(Interaction.TIMELINE)
                            .toList());
        }

        /** Whether all of a page was read. */
        private boolean read(List<Interaction> page) {
            Map<ConversationId, List<Interaction>> conversations = page.stream()
                    .filter(Message.class::isInstance)
                    .collect(Collectors.groupingBy(
                            each -> each.occurrence().conversation(), LinkedHashMap::new, Collectors.toList()));
            for (List<Interaction> conversation : conversations.values()) {
                for (int from = 0; from < conversation.size(); from += NEW) {
                    if (!window(conversation.subList(from, Math.min(from + NEW, conversation.size())))) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean window(List<Interaction> part) {
            List<Message> news = part.stream()
                    .filter(each -> each.author() == Author.CUSTOMER)
                    .map(Message.class::cast)
                    .toList();
            if (news.isEmpty()) {
                earlier = part;
                return true;
            }
            List<Interaction> around = new ArrayList<>(context(part.get(0)));
            around.addAll(part);
            Window window = Window.of(contact, news, around, hidden(news), facts);
            Extraction.Answer answer = window.hasNew()
                    ? extraction.answer(actor.tenant(), window, settings).orElse(null)
                    : new Extraction.Answer(false, List.of());
            if (answer == null || answer.exhausted() && part.size() == 1) {
                return false;
            }
            if (answer.exhausted()) {
                int half = part.size() / 2;
                return window(part.subList(0, half)) && window(part.subList(half, part.size()));
            }
            facts = Uptake.taken(facts, window.news(), extractor, answer.proposals(), rules.ids(), now());
            messages += news.size();
            earlier = part;
            return true;
        }

        /** What speaks to the machine is kept from models, as it is when they are in use. */
        private Set<InteractionId> hidden(List<Message> news) {
            if (extractor.deterministic()) {
                return Set.of();
            }
            List<InteractionId> ids = news.stream().map(Message::id).toList();
            return storage.within(actor.tenant(), work -> work.readings().of(ids)).stream()
                    .filter(reading ->
                            reading.insight() != null && reading.insight().injectionSuspected())
                    .map(Reading::message)
                    .collect(Collectors.toSet());
        }

        private List<Interaction> context(Interaction first) {
            List<Interaction> same = earlier.stream()
                    .filter(each -> each.occurrence()
                            .conversation()
                            .equals(first.occurrence().conversation()))
                    .toList();
            return same.subList(Math.max(0, same.size() - CONTEXT), same.size());
        }
    }

    private Instant now() {
        return rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What people see, by what it says and how it stands. */
    private static Map<String, Fact> shown(Collection<Fact> facts) {
        Map<String, Fact> shown = new LinkedHashMap<>();
        FactBook.sorted(List.copyOf(facts)).stream()
                .filter(fact -> fact.state() != Standing.State.SUPERSEDED && fact.state() != Standing.State.RETRACTED)
                .forEach(fact -> shown.put(fact.state() + fact.matter().canonical(), fact));
        return shown;
    }

    private static List<Fact> only(Map<String, Fact> facts, Predicate<String> test) {
        return facts.entrySet().stream()
                .filter(entry -> test.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
