package io.crmkit.benchmarks.reads;

import io.crmkit.contact.Scheme;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.EventKind;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Criterion.Counter;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Smart lists of mixed shape. */
final class MixedLists {
    private static final int MANY = Integer.MAX_VALUE;

    private MixedLists() {}

    static List<SmartList> of(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SmartList(SegmentKey.of("list-" + i), "List " + i, criterion(i)))
                .toList();
    }

    private static Criterion criterion(int i) {
        int days = 10 + i;
        return switch (i % 10) {
            case 0 -> Criterion.all(Criterion.tagged(Questions.TAG), Criterion.silentFor(days));
            case 1 -> new Dealt.Appointments(Set.of(AppointmentStatus.ATTENDED), Window.lastDays(10 * days), 1, MANY);
            case 2 ->
                Criterion.all(
                        new Known.In(SegmentKey.of("frequent_bookers")),
                        Criterion.not(new Known.In(SegmentKey.of("active"))));
            case 3 -> new Dealt.Amount(Dealt.Sum.SPEND, "ARS", BigDecimal.valueOf(100L + i), null);
            case 4 -> new Talked.Awaits(Duration.ofHours(days));
            case 5 -> new Talked.LastWrote(Window.lastDays(days));
            case 6 ->
                Criterion.all(
                        new Criterion.Counted(Counter.FROM_CUSTOMER, 5 + i % 7, MANY),
                        new Known.Has(Scheme.PHONE),
                        Criterion.not(new Known.Has(Scheme.EMAIL)));
            case 7 -> new Talked.Happened(Set.of(EventKind.ESCALATED), Window.lastDays(days), 1, MANY);
            case 8 -> new Dealt.Appointments(Set.of(AppointmentStatus.BOOKED), Window.nextDays(days), 1, MANY);
            default ->
                Criterion.any(
                        Criterion.all(new Criterion.NewFor(days), new Known.Has(Scheme.PHONE)),
                        Criterion.all(Criterion.silentFor(5 * days), Criterion.tagged(Questions.TAG)));
        };
    }
}
