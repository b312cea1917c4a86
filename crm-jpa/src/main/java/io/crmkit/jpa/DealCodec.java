package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Deal;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Transfer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What was told of an appointment or a payment, as fields of an interaction's body. */
final class DealCodec {
    private DealCodec() {}

    /** @param subject the host's id within the interaction's account */
    record Told(String subject, Deal deal) {}

    static void write(FieldWriter to, Told told) {
        to.text(told.subject())
                .record(told.deal() instanceof Booking booking ? booking : null, DealCodec::write)
                .record(told.deal() instanceof Transfer transfer ? transfer : null, DealCodec::write);
    }

    static Told read(FieldReader from) {
        String subject = required(from.text());
        Booking booking = from.record(DealCodec::booking);
        Transfer transfer = from.record(DealCodec::transfer);
        return new Told(subject, booking != null ? booking : required(transfer));
    }

    private static void write(FieldWriter to, Booking booking) {
        ZoneId zone = booking.zone();
        Author by = booking.by();
        LocalDateTime local = booking.local();
        to.word(booking.status())
                .instant(booking.start())
                .text(zone == null ? null : zone.getId())
                .text(booking.service())
                .text(booking.staff())
                .record(booking.price(), DealCodec::write)
                .text(booking.source())
                .text(by == null ? null : by.name())
                .text(local == null ? null : local.toString());
    }

    private static Booking booking(FieldReader from) {
        AppointmentStatus status = from.word(AppointmentStatus.class);
        var start = from.instant();
        String zone = from.text();
        String service = from.text();
        String staff = from.text();
        Money price = from.record(DealCodec::money);
        String source = from.text();
        Author by = by(from.text());
        String local = from.text();
        return new Booking(
                status,
                start,
                zone == null ? null : ZoneId.of(zone),
                service,
                staff,
                price,
                source,
                by,
                local == null ? null : LocalDateTime.parse(local));
    }

    private static @Nullable Author by(@Nullable String name) {
        return name == null ? null : Author.valueOf(name);
    }

    private static void write(FieldWriter to, Transfer transfer) {
        to.word(transfer.kind())
                .record(transfer.money(), DealCodec::write)
                .text(transfer.purpose())
                .text(transfer.source());
    }

    private static Transfer transfer(FieldReader from) {
        Transfer.Kind kind = from.word(Transfer.Kind.class);
        Money money = required(from.record(DealCodec::money));
        return new Transfer(kind, money, from.text(), from.text());
    }

    private static void write(FieldWriter to, Money money) {
        to.text(money.amount().toPlainString()).text(money.currency());
    }

    private static Money money(FieldReader from) {
        return Money.of(required(from.text()), required(from.text()));
    }
}
