package io.crmkit.dashboard;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a criterion in words. */
record Describing(Words words, Times times, Names names) {
    String of(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return joined(all.of(), "criterion.and", "criterion.everybody");
        } else if (criterion instanceof Criterion.Any any) {
            return tag(any) != null
                    ? words.say("criterion.tag", tag(any))
                    : joined(any.of(), "criterion.or", "criterion.nobody");
        } else if (criterion instanceof Criterion.Not not) {
            return words.say("criterion.not", of(not.one()));
        } else if (criterion instanceof Dealt dealt) {
            return of(dealt);
        } else if (criterion instanceof Talked talked) {
            return of(talked);
        } else if (criterion instanceof Known known) {
            return of(known);
        }
        return simple(criterion);
    }

    private String simple(Criterion criterion) {
        if (criterion instanceof Criterion.HasStatus has) {
            return words.say("criterion.status", all(has.any()));
        } else if (criterion instanceof Criterion.Tagged tagged) {
            return words.say("criterion.tag", tagged.tag().name());
        } else if (criterion instanceof Criterion.TaggedIn in) {
            return words.say("criterion.category", words.of(in.category()));
        } else if (criterion instanceof Criterion.FirstContact first) {
            return words.say("criterion.first", said(first.at()));
        } else if (criterion instanceof Criterion.LastContact last) {
            return words.say("criterion.last", said(last.at()));
        } else if (criterion instanceof Criterion.NewFor fresh) {
            return words.count("criterion.new", fresh.days());
        } else if (criterion instanceof Criterion.SilentFor silent) {
            return words.count("criterion.silent", silent.days());
        } else if (criterion instanceof Criterion.Counted counted) {
            return words.say(
                    "criterion.counted." + counted.counter().name(), range(counted.atLeast(), counted.atMost()));
        } else if (criterion instanceof Criterion.AttributeIs is) {
            return is.name() + " = " + is.value().canonical();
        } else if (criterion instanceof Criterion.AttributeBetween between) {
            return between.name() + ": "
                    + (between.from() == null ? "…" : between.from().canonical()) + " – "
                    + (between.to() == null ? "…" : between.to().canonical());
        }
        return words.say("criterion.text", ((Criterion.Text) criterion).typed());
    }

    private String of(Dealt dealt) {
        if (dealt instanceof Dealt.Appointments some) {
            String when = some.starts().equals(Window.EVER) ? "" : ", " + said(some.starts());
            String count = range(some.atLeast(), some.atMost());
            return some.any().size() == AppointmentStatus.values().length
                    ? words.say("criterion.bookings", count) + when
                    : words.say("criterion.appointments", count, all(some.any())) + when;
        }
        Dealt.Amount amount = (Dealt.Amount) dealt;
        String over = amount.over() == null ? "…" : words.money(amount.over(), amount.currency());
        String most = amount.atMost() == null ? "…" : words.money(amount.atMost(), amount.currency());
        return words.say("criterion." + amount.sum().name(), over, most);
    }

    private String of(Talked talked) {
        if (talked instanceof Talked.Awaits awaits) {
            return words.say("criterion.waits", words.duration(awaits.atLeast()));
        } else if (talked instanceof Talked.Called) {
            return words.say("criterion.called");
        } else if (talked instanceof Talked.FirstWrote first) {
            return words.say("criterion.first.wrote", said(first.at()));
        } else if (talked instanceof Talked.LastWrote last) {
            return words.say("criterion.last.wrote", said(last.at()));
        }
        Talked.Happened happened = (Talked.Happened) talked;
        return words.say("criterion.happened", range(happened.atLeast(), happened.atMost()), all(happened.any()));
    }

    private String of(Known known) {
        if (known instanceof Known.Says says) {
            String key = says.key();
            return words.say("criterion.says", words.of(says.type()) + (key == null ? "" : ": " + key));
        } else if (known instanceof Known.Feels feels) {
            return words.say("criterion.mood", all(feels.any()));
        } else if (known instanceof Known.Has has) {
            return words.say(
                    "criterion.has",
                    words.or("scheme." + has.scheme().name(), has.scheme().name()));
        }
        return words.say("criterion.in", names.of(((Known.In) known).segment()));
    }

    /** The same tag in any category is one tag to who made the list. */
    private static @Nullable String tag(Criterion.Any any) {
        List<String> tags = any.of().stream()
                .map(each ->
                        each instanceof Criterion.Tagged tagged ? tagged.tag().name() : "")
                .distinct()
                .toList();
        return tags.size() == 1 && !tags.get(0).isEmpty() ? tags.get(0) : null;
    }

    private String joined(List<Criterion> parts, String by, String none) {
        return parts.isEmpty()
                ? words.say(none)
                : parts.stream()
                        .map(part ->
                                part instanceof Criterion.All || part instanceof Criterion.Any any && tag(any) == null
                                        ? "(" + of(part) + ")"
                                        : of(part))
                        .collect(Collectors.joining(" " + words.say(by) + " "));
    }

    private String all(Collection<? extends Enum<?>> values) {
        return values.stream().map(words::of).sorted().collect(Collectors.joining(", "));
    }

    private String range(int least, int most) {
        if (most == Integer.MAX_VALUE) {
            return words.say("range.least", words.number(least));
        }
        return least <= 0
                ? words.say("range.most", words.number(most))
                : words.number(least) + "–" + words.number(most);
    }

    private String said(Window window) {
        if (window.until() == null) {
            return window.from() == null
                    ? words.say("criterion.ever")
                    : words.say("criterion.from", said(window.from()));
        }
        return window.from() == null
                ? words.say("criterion.until", said(window.until()))
                : words.say("criterion.window", said(window.from()), said(window.until()));
    }

    private String said(Window.Moment moment) {
        if (moment instanceof Window.Moment.At at) {
            return times.date(at.instant());
        }
        int days = ((Window.Moment.InDays) moment).days();
        return days == 0
                ? words.say("day.today")
                : words.count(days < 0 ? "ago.days.plain" : "in.days", Math.abs(days));
    }
}
