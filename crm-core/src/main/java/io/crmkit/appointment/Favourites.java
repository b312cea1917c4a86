package io.crmkit.appointment;

import io.crmkit.interaction.ProviderRef;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's bookings have in common.
 *
 * @param suiting the bookings that suited them, the earliest first
 */
record Favourites(List<Slot> suiting) {
    private static final int MINUTES = 60;

    Optional<Favourite<List<DayOfWeek>>> days() {
        Map<DayOfWeek, List<Slot>> by = by(slot -> slot.local().getDayOfWeek());
        List<DayOfWeek> days = by.entrySet().stream()
                .filter(day -> day.getValue().size() >= Habits.FEWEST
                        && 5 * day.getValue().size() >= 2 * suiting.size())
                .sorted(Comparator.<Map.Entry<DayOfWeek, List<Slot>>>comparingInt(
                                day -> -day.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        return favourite(
                days.isEmpty() ? null : days, slot -> days.contains(slot.local().getDayOfWeek()));
    }

    Optional<Favourite<DayPart>> part() {
        Map<DayPart, List<Slot>> by = by(slot -> DayPart.of(slot.local().toLocalTime()));
        DayPart part = most(by);
        boolean clear = part != null && 3 * count(by, part) >= 2 * suiting.size();
        return favourite(clear ? part : null, slot -> DayPart.of(slot.local().toLocalTime()) == part);
    }

    /** The lower middle, so that it is a time there was. */
    Optional<Favourite<LocalTime>> time() {
        List<Integer> minutes = suiting.stream().map(Slot::minuteOfDay).sorted().toList();
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        int middle = minutes.get((minutes.size() - 1) / 2);
        long near = suiting.stream().filter(slot -> slot.near(middle)).count();
        LocalTime time = LocalTime.of(middle / MINUTES, middle % MINUTES);
        return favourite(2 * near > suiting.size() ? time : null, slot -> slot.near(middle));
    }

    /** In the words of the latest booking that has it. */
    Optional<Favourite<String>> word(Function<Appointment, @Nullable String> part) {
        Favourites having = new Favourites(suiting.stream()
                .filter(slot -> part.apply(slot.appointment()) != null)
                .toList());
        Map<String, List<Slot>> by = having.by(slot -> folded(part.apply(slot.appointment())));
        String folded = most(by);
        if (folded == null || 2 * count(by, folded) <= having.suiting.size()) {
            return Optional.empty();
        }
        List<Slot> agreeing = by.getOrDefault(folded, List.of());
        String word = part.apply(agreeing.get(agreeing.size() - 1).appointment());
        return having.favourite(word, agreeing::contains);
    }

    private static String folded(@Nullable String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT);
    }

    private <K> Map<K, List<Slot>> by(Function<Slot, K> part) {
        Map<K, List<Slot>> by = new LinkedHashMap<>();
        suiting.forEach(slot ->
                by.computeIfAbsent(part.apply(slot), key -> new ArrayList<>()).add(slot));
        return by;
    }

    private static <K> int count(Map<K, List<Slot>> by, K key) {
        return by.getOrDefault(key, List.of()).size();
    }

    private static <K> @Nullable K most(Map<K, List<Slot>> by) {
        return by.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private <T> Optional<Favourite<T>> favourite(@Nullable T value, Predicate<Slot> agrees) {
        List<ProviderRef> because = suiting.stream()
                .filter(agrees)
                .map(slot -> slot.appointment().ref())
                .toList();
        return value == null || because.size() < Habits.FEWEST
                ? Optional.empty()
                : Optional.of(new Favourite<>(value, because, suiting.size()));
    }
}
