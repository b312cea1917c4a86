package io.crmkit.testkit.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.contact.Activity;
import io.crmkit.contact.ContactStatus;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.EventKind;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.Clockwork;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.ContactFacts.Event;
import io.crmkit.segment.ContactFacts.Talk;
import io.crmkit.segment.ContactFacts.Trade;
import io.crmkit.segment.ContactFacts.Visit;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Fulfilment;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import io.crmkit.segment.Window.Moment;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When the clock alone changes an answer is foretold: not too late, and not for nothing. */
@Requirement({"SEG-5", "SEG-6"})
class ClockworkTest {
    // Clocks change on 8 March and 1 November; in Lord Howe by half an hour; Apia left out 30 December 2011.
    private static final List<String> ZONES = List.of(
            "America/Tijuana",
            "America/Sao_Paulo",
            "America/Argentina/Buenos_Aires",
            "Australia/Lord_Howe",
            "Pacific/Apia");
    private static final List<Instant> AROUND = List.of(
            Instant.parse("2026-03-08T10:00:00Z"),
            Instant.parse("2026-11-01T09:00:00Z"),
            Instant.parse("2026-04-04T15:00:00Z"),
            Instant.parse("2018-11-04T03:00:00Z"),
            Instant.parse("2011-12-30T10:00:00Z"),
            Instant.parse("2028-02-29T12:00:00Z"));

    private Random random = new Random(1);
    private Instant around = AROUND.get(0);

    private Instant near() {
        Instant at = around.plus(Duration.ofMinutes(15L * (random.nextInt(400) - 200)));
        return random.nextBoolean() ? at : at.plus(random.nextInt(3) - 1, ChronoUnit.MICROS);
    }

    private Moment moment() {
        return new Moment.InDays(random.nextInt(7) - 3);
    }

    private Window window() {
        return new Window(random.nextInt(3) == 0 ? null : moment(), random.nextInt(3) == 0 ? null : moment());
    }

    private Criterion tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 10)) {
            case 0 -> Criterion.silentFor(random.nextInt(4));
            case 1 -> new Criterion.NewFor(random.nextInt(4));
            case 2 -> new Criterion.LastContact(window());
            case 3 -> new Dealt.Appointments(Set.of(AppointmentStatus.BOOKED), window(), 1, 1 + random.nextInt(2));
            case 4 -> new Talked.Awaits(Duration.ofMinutes(30L * random.nextInt(100)));
            case 5 -> new Talked.Happened(Set.of(EventKind.ESCALATED), window(), 1, 9);
            case 6 -> Criterion.status(ContactStatus.ACTIVE);
            case 7 -> Criterion.not(tree(depth - 1));
            case 8 -> Criterion.all(tree(depth - 1), tree(depth - 1));
            default -> Criterion.any(tree(depth - 1), tree(depth - 1));
        };
    }

    private ContactFacts facts() {
        Supplier<Visit> visit = () -> new Visit(AppointmentStatus.BOOKED, near());
        Instant first = near();
        Instant last = first.plus(Duration.ofMinutes(15L * random.nextInt(100)));
        return Someone.who(
                new Activity(first, last, 2, 1, 1),
                new Trade(Stream.generate(visit).limit(2).toList(), new TreeMap<>(), new TreeMap<>()),
                new Talk(
                        List.of(new Attention(near(), true, null, false)),
                        List.of(new Event(EventKind.ESCALATED, near())),
                        first,
                        last));
    }

    @Test
    void theNextMomentIsTheFirstAtWhichTheAnswerIsAnother() {
        int turned = 0;
        for (int seed = 0; seed < 600; seed++) {
            random = new Random(seed);
            around = AROUND.get(seed % AROUND.size());
            TenantSettings settings = TenantSettings.DEFAULT
                    .withZone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))))
                    .withInactiveAfter(2);
            AsOf now = new AsOf(near(), settings);
            Criterion criterion = tree(2);
            ContactFacts facts = facts();
            boolean before = new Fulfilment(now).of(criterion, facts);
            Optional<Instant> next = new Clockwork(now).next(criterion, facts);
            String what = "seed " + seed + ": " + criterion + " as of " + now.now() + " in " + settings.zone();
            next.ifPresent(at -> {
                assertThat(new Fulfilment(now.at(at)).of(criterion, facts))
                        .as(what)
                        .isNotEqualTo(before);
                assertThat(new Fulfilment(now.at(at.minus(1, ChronoUnit.MICROS))).of(criterion, facts))
                        .as("just before, %s", what)
                        .isEqualTo(before);
            });
            turned += next.isPresent() ? 1 : 0;
            Instant end = next.orElse(around.plus(Duration.ofDays(12)));
            for (Instant at = now.now(); at.isBefore(end); at = at.plus(Duration.ofMinutes(5))) {
                if (new Fulfilment(now.at(at)).of(criterion, facts) != before) {
                    throw new AssertionError("at " + at + ", " + what);
                }
            }
        }
        assertThat(turned).isGreaterThan(200);
    }
}
