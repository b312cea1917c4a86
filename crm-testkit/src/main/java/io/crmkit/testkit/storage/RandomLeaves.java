package io.crmkit.testkit.storage;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.EventKind;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import io.crmkit.segment.Window.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes up criteria on what was dealt, talked and known. */
record RandomLeaves(RandomCriteria dice) {
    static final List<String> SERVICES = List.of("WHITENING", "cleaning", "");
    static final List<FactType> TYPES = List.of(FactType.SERVICE, FactType.LOCATION, FactType.COMPLAINT);
    static final List<SegmentKey> LISTS = List.of(SegmentKey.of("one-list"), SegmentKey.of("another_list"));
    static final List<EventKind> EVENTS = List.of(
            EventKind.ESCALATED,
            EventKind.HANDED_TO_AGENT,
            EventKind.RESOLUTION_CONFIRMED,
            EventKind.CONVERSATION_ENDED,
            EventKind.CHANNEL_NOTICE);

    Criterion leaf() {
        return switch (dice.upTo(13)) {
            case 0 -> new Criterion.FirstContact(window());
            case 1 -> new Criterion.LastContact(window());
            case 2 -> appointments();
            case 3 ->
                new Dealt.Appointments(EnumSet.allOf(AppointmentStatus.class), Window.EVER, dice.upTo(4) - 1, most());
            case 4, 5 ->
                new Dealt.Amount(
                        dice.one(List.of(Dealt.Sum.values())), dice.one(List.of("ARS", "USD")), amount(), amount());
            case 6 -> new Talked.Awaits(Duration.ofHours(dice.upTo(200)));
            case 7 -> new Talked.Called();
            case 8 -> dice.oneIn(2) ? new Talked.FirstWrote(window()) : new Talked.LastWrote(window());
            case 9 -> new Talked.Happened(some(EVENTS), window(), dice.upTo(3), most());
            case 10 -> new Known.Says(dice.one(TYPES), dice.oneIn(2) ? null : dice.one(SERVICES));
            case 11 ->
                dice.oneIn(2)
                        ? new Known.Feels(some(List.of(Sentiment.values())))
                        : new Known.Has(dice.one(
                                List.of(Scheme.PHONE, Scheme.EMAIL, Scheme.WHATSAPP_USER_ID, new Scheme("telegram"))));
            default ->
                new Known.In(
                        dice.oneIn(2)
                                ? dice.one(LISTS)
                                : dice.one(List.of(AutomaticSegment.values())).key());
        };
    }

    private Dealt.Appointments appointments() {
        Set<AppointmentStatus> any = dice.oneIn(9) ? Set.of() : some(List.of(AppointmentStatus.values()));
        return new Dealt.Appointments(any, dice.oneIn(3) ? Window.EVER : window(), dice.upTo(4) - 1, most());
    }

    private int most() {
        return dice.oneIn(2) ? Integer.MAX_VALUE : dice.upTo(4) - 1;
    }

    @Nullable BigDecimal amount() {
        return dice.oneIn(3) ? null : BigDecimal.valueOf(dice.upTo(9) - 3L, dice.upTo(2));
    }

    Window window() {
        return new Window(moment(), moment());
    }

    private @Nullable Moment moment() {
        return switch (dice.upTo(3)) {
            case 0 -> null;
            case 1 -> new Moment.At(dice.instant());
            default -> new Moment.InDays(dice.upTo(60) - 40);
        };
    }

    <T> Set<T> some(List<T> all) {
        Supplier<T> one = () -> dice.one(all);
        return Set.copyOf(List.of(one.get(), one.get()));
    }
}
