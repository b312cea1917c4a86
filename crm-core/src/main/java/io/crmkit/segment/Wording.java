package io.crmkit.segment;

import io.crmkit.contact.Activity;
import io.crmkit.interaction.Attention;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in plain English what a simple criterion looks at. */
record Wording(AsOf asOf, ContactFacts facts) {
    List<String> of(Criterion criterion) {
        Activity activity = facts.summary().activity();
        if (criterion instanceof Criterion.HasStatus) {
            return List.of("status "
                    + small(facts.summary().activeSince(asOf.activeSince()).status()));
        } else if (criterion instanceof Criterion.Tagged tagged) {
            boolean has = facts.summary().tags().contains(tagged.tag());
            return List.of((has ? "tagged " : "not tagged ") + tagged.tag().name());
        } else if (criterion instanceof Criterion.TaggedIn tagged) {
            return List.of("tags of category " + small(tagged.category()) + ": "
                    + facts.summary().tags().stream()
                            .filter(tag -> tag.category() == tagged.category())
                            .count());
        } else if (criterion instanceof Criterion.FirstContact || criterion instanceof Criterion.NewFor) {
            return List.of("first contact " + time(activity.first()));
        } else if (criterion instanceof Criterion.LastContact || criterion instanceof Criterion.SilentFor) {
            return List.of("last contact " + time(activity.last()));
        } else if (criterion instanceof Criterion.Counted counted) {
            return List.of(counter(activity, counted.counter()));
        } else if (criterion instanceof Criterion.AttributeIs is) {
            return attribute(is.name());
        } else if (criterion instanceof Criterion.AttributeBetween between) {
            return attribute(between.name());
        } else if (criterion instanceof Dealt dealt) {
            return List.of(dealt(dealt));
        } else if (criterion instanceof Talked talked) {
            return talked(talked).toList();
        } else if (criterion instanceof Known known) {
            return known(known).toList();
        }
        return List.of();
    }

    private static String counter(Activity activity, Criterion.Counter counter) {
        return switch (counter) {
            case INTERACTIONS -> "interactions: " + activity.interactions();
            case FROM_CUSTOMER -> "messages from the customer: " + activity.fromCustomer();
            case FROM_BUSINESS -> "messages from the business: " + activity.fromBusiness();
        };
    }

    private List<String> attribute(String name) {
        return List.of(Optional.ofNullable(facts.attributes().get(name))
                .map(value -> name + " " + value.canonical())
                .orElse(name + " not set"));
    }

    private String dealt(Dealt criterion) {
        if (criterion instanceof Dealt.Appointments appointments) {
            long count = facts.trade().visits().stream()
                    .filter(visit -> appointments.any().contains(visit.status())
                            && appointments.starts().holds(visit.start(), asOf))
                    .count();
            String which = appointments.any().size() == 1
                    ? small(appointments.any().iterator().next()) + " appointments: "
                    : "appointments: ";
            return which + count;
        }
        Dealt.Amount amount = (Dealt.Amount) criterion;
        BigDecimal sum = (amount.sum() == Dealt.Sum.SPEND
                        ? facts.trade().spend()
                        : facts.trade().revenue())
                .getOrDefault(amount.currency(), BigDecimal.ZERO);
        return small(amount.sum()) + " " + amount.currency() + " "
                + sum.stripTrailingZeros().toPlainString();
    }

    private Stream<String> talked(Talked criterion) {
        List<Attention> open = facts.talk().open();
        if (criterion instanceof Talked.Awaits) {
            return open.stream()
                    .flatMap(attention -> attention.waitingSince().stream())
                    .sorted()
                    .limit(1)
                    .map(since -> "waits for an answer since " + since);
        } else if (criterion instanceof Talked.Called) {
            return open.stream()
                    .flatMap(attention -> attention.calledSince().stream())
                    .sorted()
                    .limit(1)
                    .map(since -> "a person was called for at " + since);
        } else if (criterion instanceof Talked.FirstWrote) {
            return Stream.of("first wrote " + time(facts.talk().firstWrote()));
        } else if (criterion instanceof Talked.LastWrote) {
            return Stream.of("last wrote " + time(facts.talk().lastWrote()));
        }
        Talked.Happened happened = (Talked.Happened) criterion;
        return Stream.of("events: "
                + facts.talk().events().stream()
                        .filter(event -> happened.any().contains(event.kind())
                                && happened.at().holds(event.at(), asOf))
                        .count());
    }

    private Stream<String> known(Known criterion) {
        if (criterion instanceof Known.Says says) {
            return facts.told().stream()
                    .filter(told -> told.type() == says.type())
                    .map(told -> "said " + small(told.type()) + " " + told.key())
                    .map(String::strip)
                    .sorted();
        } else if (criterion instanceof Known.Feels) {
            return Stream.of(facts.mood() == null ? "mood not known" : "mood " + small(facts.mood()));
        } else if (criterion instanceof Known.Has has) {
            boolean holds = has.holds(facts, asOf);
            return Stream.of((holds ? "has an address of scheme " : "has no address of scheme ") + has.scheme());
        }
        return Stream.of("segment " + ((Known.In) criterion).segment());
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "never" : at.toString();
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
