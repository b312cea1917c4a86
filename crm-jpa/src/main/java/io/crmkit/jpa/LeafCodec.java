package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.EventKind;
import io.crmkit.jpa.CriterionCodec.Which;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import io.crmkit.segment.Window.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Criteria on what was dealt, talked and known, as bytes. */
final class LeafCodec {
    private LeafCodec() {}

    static void write(FieldWriter to, Criterion criterion) {
        if (criterion instanceof Dealt.Appointments appointments) {
            words(to.word(Which.APPOINTMENTS), appointments.any())
                    .record(appointments.starts(), LeafCodec::write)
                    .number(appointments.atLeast())
                    .number(appointments.atMost());
        } else if (criterion instanceof Dealt.Amount amount) {
            to.word(Which.AMOUNT)
                    .word(amount.sum())
                    .text(amount.currency())
                    .text(text(amount.over()))
                    .text(text(amount.atMost()));
        } else if (criterion instanceof Talked.Awaits awaits) {
            to.word(Which.AWAITS).text(awaits.atLeast().toString());
        } else if (criterion instanceof Talked.Called) {
            to.word(Which.CALLED);
        } else if (criterion instanceof Talked.FirstWrote first) {
            to.word(Which.FIRST_WROTE).record(first.at(), LeafCodec::write);
        } else if (criterion instanceof Talked.LastWrote last) {
            to.word(Which.LAST_WROTE).record(last.at(), LeafCodec::write);
        } else if (criterion instanceof Talked.Happened happened) {
            words(to.word(Which.HAPPENED), happened.any())
                    .record(happened.at(), LeafCodec::write)
                    .number(happened.atLeast())
                    .number(happened.atMost());
        } else if (criterion instanceof Known.Says says) {
            to.word(Which.SAYS).word(says.type()).text(says.key());
        } else if (criterion instanceof Known.Feels feels) {
            words(to.word(Which.FEELS), feels.any());
        } else if (criterion instanceof Known.Has has) {
            to.word(Which.HAS).text(has.scheme().name());
        } else {
            to.word(Which.IN).text(((Known.In) criterion).segment().value());
        }
    }

    static Criterion read(Which which, FieldReader from) {
        return switch (which) {
            case FIRST_CONTACT_IN -> new Criterion.FirstContact(window(from));
            case LAST_CONTACT_IN -> new Criterion.LastContact(window(from));
            case APPOINTMENTS ->
                new Dealt.Appointments(
                        words(from, AppointmentStatus.class), window(from), (int) from.number(), (int) from.number());
            case AMOUNT ->
                new Dealt.Amount(
                        from.word(Dealt.Sum.class), required(from.text()), number(from.text()), number(from.text()));
            case AWAITS -> new Talked.Awaits(Duration.parse(required(from.text())));
            case CALLED -> new Talked.Called();
            case FIRST_WROTE -> new Talked.FirstWrote(window(from));
            case LAST_WROTE -> new Talked.LastWrote(window(from));
            case HAPPENED ->
                new Talked.Happened(
                        words(from, EventKind.class), window(from), (int) from.number(), (int) from.number());
            case SAYS -> new Known.Says(from.word(FactType.class), from.text());
            case FEELS -> new Known.Feels(words(from, Sentiment.class));
            case HAS -> new Known.Has(new Scheme(required(from.text())));
            case IN -> new Known.In(SegmentKey.of(required(from.text())));
            default -> throw new GarbledRecord("it is another kind of criterion");
        };
    }

    private static <E extends Enum<E>> FieldWriter words(FieldWriter to, Set<E> words) {
        return to.list(List.copyOf(new TreeSet<>(words)), FieldWriter::word);
    }

    private static <E extends Enum<E>> Set<E> words(FieldReader from, Class<E> type) {
        return Set.copyOf(from.list(one -> one.word(type)));
    }

    static void write(FieldWriter to, Window window) {
        to.record(window.from(), LeafCodec::write).record(window.until(), LeafCodec::write);
    }

    private static Window window(FieldReader from) {
        return required(from.record(one -> new Window(one.record(LeafCodec::moment), one.record(LeafCodec::moment))));
    }

    private static void write(FieldWriter to, Moment moment) {
        if (moment instanceof Moment.At at) {
            to.flag(true).instant(at.instant());
        } else {
            to.flag(false).number(((Moment.InDays) moment).days());
        }
    }

    private static Moment moment(FieldReader from) {
        return from.flag() ? new Moment.At(required(from.instant())) : new Moment.InDays((int) from.number());
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
