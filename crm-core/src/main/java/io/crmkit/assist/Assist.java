package io.crmkit.assist;

import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.contact.ContactId;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Insights;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.Profiles;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives the memory of a contact to whoever talks with them. Thread-safe. */
public final class Assist {
    private static final int LONGEST = 100_000;
    private static final int BRIEF = 4_000;

    private final Profiles profiles;
    private final Tenants tenants;
    private final InstantSource clock;

    public Assist(Profiles profiles, Tenants tenants, InstantSource clock) {
        this.profiles = profiles;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * What a chatbot needs.
     *
     * @param characters how long the text may be: 100 to 100,000
     */
    public Optional<ChatContext> context(Actor actor, ContactId id, int characters) {
        if (characters < 100 || characters > LONGEST) {
            throw new IllegalArgumentException("characters must be 100 to " + LONGEST);
        }
        return known(actor, Action.ASSIST, id).map(known -> context(known, new Lines(characters)));
    }

    /** What an agent needs. */
    public Optional<HandoffBrief> handoff(Actor actor, ContactId id) {
        return known(actor, Action.HAND_OFF, id).map(Assist::brief);
    }

    /** What to propose to them now. */
    public List<BookingSuggestion> suggestions(Actor actor, ContactId id) {
        return known(actor, Action.SUGGEST, id).map(Known::suggestions).orElse(List.of());
    }

    private Optional<Known> known(Actor actor, Action action, ContactId id) {
        TenantSettings settings = tenants.settings(actor.tenant());
        return profiles.profile(actor, action, id).map(profile -> new Known(profile, settings, clock.instant()));
    }

    private static HandoffBrief brief(Known known) {
        ContactProfile profile = known.profile();
        Wording words = known.wording();
        Insights insights = profile.insights();
        List<Fact> troubles = Stream.concat(
                        insights.painPoints().stream(),
                        insights.satisfaction().stream()
                                .filter(f -> f.matter().type() == FactType.COMPLAINT
                                        || f.matter().type() == FactType.FRUSTRATION))
                .toList();
        Optional<Instant> waiting =
                unanswered(profile).stream().map(Interaction::occurredAt).findFirst();
        Lines lines = new Lines(BRIEF);
        waiting.ifPresent(since -> lines.add(words.label("waiting"), since.toString()));
        lines.add(words.label("mood"), mood(insights));
        lines.add(words.label("troubles"), facts(troubles));
        lines.add(words.label("conflicts"), facts(insights.conflicts()));
        ChatContext context = context(known, lines);
        return new HandoffBrief(context, waiting, insights.mood(), troubles, insights.conflicts(), context.text());
    }

    private static String mood(Insights insights) {
        return insights.messages().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%+.1f", insights.mood().score()) + " "
                        + insights.mood().trend().name().toLowerCase(Locale.ROOT);
    }

    private static ChatContext context(Known about, Lines lines) {
        ContactProfile profile = about.profile();
        Wording words = about.wording();
        Insights insights = profile.insights();
        Optional<String> name = insights.contactInformation().stream()
                .filter(fact -> fact.matter().type() == FactType.PERSON_NAME)
                .map(fact -> Lines.of(fact.matter().value()))
                .findFirst()
                .or(() -> profile.summary().contact().displayName());
        List<String> questions = questions(profile);
        List<String> inquiries = inquiries(profile);
        List<BookingSuggestion> suggestions = about.suggestions();
        List<Fact> known = new ArrayList<>();
        Stream.of(
                        insights.painPoints(),
                        insights.features(),
                        insights.prices(),
                        insights.competitors(),
                        insights.contactInformation())
                .flatMap(List::stream)
                .filter(fact -> fact.matter().type() != FactType.PERSON_NAME)
                .forEach(known::add);
        lines.add(words.label("name"), name.orElse(""));
        about.next().ifPresent(next -> lines.add(words.label("next"), about.line(next)));
        about.last().ifPresent(last -> lines.add(words.label("last"), about.line(last)));
        lines.add(words.label("preferences"), facts(insights.preferences()));
        lines.add(words.label("questions"), questions);
        lines.add(words.label("inquiries"), inquiries);
        lines.add(words.label("habits"), about.habits());
        suggestions.forEach(each -> lines.add(words.label("suggestions"), each.text()));
        lines.add(words.label("known"), facts(known));
        recent(profile, words, lines);
        return new ChatContext(
                profile.summary().id(),
                name,
                insights.preferences(),
                questions,
                inquiries,
                List.copyOf(known),
                profile.recent(),
                about.next(),
                about.last(),
                profile.habits(),
                suggestions,
                lines.text());
    }

    private static List<String> facts(List<Fact> facts) {
        return facts.stream().map(Lines::of).toList();
    }

    private static List<String> inquiries(ContactProfile profile) {
        List<String> inquiries = new ArrayList<>();
        profile.inquiry().ifPresent(inquiry -> {
            String text = inquiry.text();
            if (text != null) {
                inquiries.add(Lines.flat(text));
            }
        });
        profile.insights().services().forEach(fact -> inquiries.add(Lines.of(fact)));
        return List.copyOf(inquiries);
    }

    /** What the customer wrote since the business last did. */
    private static List<Message> unanswered(ContactProfile profile) {
        Deque<Message> since = new ArrayDeque<>();
        for (int i = profile.recent().size() - 1; i >= 0; i--) {
            Interaction each = profile.recent().get(i);
            if (each.author().business()) {
                break;
            }
            if (each instanceof Message message && each.author() == Author.CUSTOMER) {
                since.push(message);
            }
        }
        return List.copyOf(since);
    }

    private static List<String> questions(ContactProfile profile) {
        List<String> questions = new ArrayList<>();
        for (Message message : unanswered(profile)) {
            MessageInsight insight = profile.insights().messages().get(message.id());
            String text = message.content().text();
            if (insight != null) {
                insight.questions().forEach(question -> questions.add(Lines.flat(question)));
            } else if (text != null && text.contains("?")) {
                questions.add(Lines.flat(text));
            }
        }
        return List.copyOf(questions);
    }

    /** The newest that fit, oldest first. */
    private static void recent(ContactProfile profile, Wording words, Lines lines) {
        Deque<String> newest = new ArrayDeque<>();
        int room = lines.room() - words.label("recent").length() - 2;
        for (int i = profile.recent().size() - 1; i >= 0 && room > 0; i--) {
            Interaction each = profile.recent().get(i);
            String text = each.content().text();
            if (each instanceof Message && text != null && !text.isBlank()) {
                String line = "- " + (each.author().business() ? words.label("business") : words.label("customer"))
                        + ": " + Lines.flat(text);
                room -= line.length() + 1;
                if (room >= 0) {
                    newest.push(line);
                }
            }
        }
        if (!newest.isEmpty()) {
            lines.line(words.label("recent") + ":");
            newest.forEach(lines::line);
        }
    }
}
