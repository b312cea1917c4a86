package io.crmkit.assist;

import io.crmkit.ai.FactType;
import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.DayPart;
import io.crmkit.appointment.Favourite;
import io.crmkit.appointment.Habits;
import io.crmkit.appointment.Patronage;
import io.crmkit.assist.BookingSuggestion.Pattern;
import io.crmkit.assist.BookingSuggestion.Proactive;
import io.crmkit.assist.BookingSuggestion.SameSlot;
import io.crmkit.contact.ContactStatus;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.profile.ContactProfile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What to propose to a contact now. Nothing to who is blocked or has something booked. */
record Suggesting(ContactProfile profile, Instant now, ZoneId tenant, Locale locale) {
    /** A slot somebody came to longer ago says little of when they can come today. */
    private static final int SLOT_DAYS = 365;

    /** More than two days are no preference. */
    private static final int DAYS = 2;

    private static final int WEEK = 7;
    private static final String TIME_OF_DAY = "time_of_day=";

    /** The most timely first. */
    List<BookingSuggestion> all() {
        if (patronage().next(now).isPresent() || profile.summary().contact().status() == ContactStatus.BLOCKED) {
            return List.of();
        }
        return Stream.<Optional<? extends BookingSuggestion>>of(proactive(), sameSlot(), pattern())
                .<BookingSuggestion>flatMap(Optional::stream)
                .toList();
    }

    private Patronage patronage() {
        return profile.patronage();
    }

    private Habits habits() {
        return profile.habits();
    }

    /** Empty while something later is past and nobody told whether they came: that may have been the last. */
    private Optional<Appointment> lastVisit() {
        return patronage()
                .lastVisit(now)
                .filter(last -> patronage().appointments().stream()
                        .takeWhile(each -> !each.equals(last))
                        .noneMatch(each -> each.status().ahead()));
    }

    private ZoneId zone(Appointment appointment) {
        ZoneId own = appointment.zone();
        return own == null ? tenant : own;
    }

    private LocalDate today(Appointment appointment) {
        return LocalDate.ofInstant(now, zone(appointment));
    }

    private LocalDateTime local(Appointment visit) {
        return visit.localStart(tenant).orElseThrow();
    }

    private long daysSince(Appointment visit) {
        return ChronoUnit.DAYS.between(local(visit).toLocalDate(), today(visit));
    }

    private Optional<Proactive> proactive() {
        return lastVisit()
                .flatMap(last -> habits().interval()
                        .filter(interval -> daysSince(last) >= interval.value())
                        .map(interval -> new Proactive(
                                last,
                                local(last).toLocalDate(),
                                (int) daysSince(last),
                                interval.value(),
                                visits(interval.bookings()),
                                locale)));
    }

    private List<ProviderRef> visits(int most) {
        List<ProviderRef> visits = new ArrayList<>(patronage().appointments().stream()
                .filter(Appointment::attended)
                .limit(most)
                .map(Appointment::ref)
                .toList());
        Collections.reverse(visits);
        return visits;
    }

    private Optional<SameSlot> sameSlot() {
        return lastVisit()
                .filter(last -> daysSince(last) <= SLOT_DAYS)
                .map(last -> new SameSlot(last, local(last), next(last), zone(last), locale));
    }

    /** Whole weeks on, as near to the usual interval as can be, and not today. */
    private LocalDateTime next(Appointment last) {
        long usual = habits().interval()
                .map(interval -> Math.round(interval.value() / (double) WEEK))
                .orElse(1L);
        return local(last).plusWeeks(Math.max(Math.max(usual, 1), daysSince(last) / WEEK + 1));
    }

    /** Days and part of the day together only where they go together. */
    private Optional<Pattern> pattern() {
        Optional<Favourite<DayPart>> part = habits().part().filter(found -> !contradicted(found.value()));
        Optional<Favourite<List<DayOfWeek>>> days =
                habits().days().filter(found -> found.value().size() <= DAYS);
        if (days.isEmpty()) {
            return part.map(found ->
                    new Pattern(List.of(), Optional.of(found.value()), found.because(), found.bookings(), locale));
        }
        Favourite<List<DayOfWeek>> onDays = days.get();
        List<ProviderRef> both = onDays.because().stream()
                .filter(ref ->
                        part.filter(found -> found.because().contains(ref)).isPresent())
                .toList();
        boolean together = both.size() >= Habits.FEWEST && 3 * both.size() >= 2 * onDays.times();
        return Optional.of(new Pattern(
                onDays.value(),
                together ? part.map(Favourite::value) : Optional.empty(),
                together ? both : onDays.because(),
                onDays.bookings(),
                locale));
    }

    /** What they say suits them counts over what they do. */
    private boolean contradicted(DayPart part) {
        return profile.insights().preferences().stream()
                .filter(fact -> fact.current() && fact.matter().type() == FactType.PREFERENCE)
                .map(fact -> fact.matter().value().text())
                .anyMatch(said -> said.startsWith(TIME_OF_DAY)
                        && !said.equals(TIME_OF_DAY + part.name().toLowerCase(Locale.ROOT)));
    }
}
