package io.crmkit.dashboard;

import io.crmkit.insight.Fact;
import io.crmkit.insight.Support;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.interaction.Transfer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays a timeline out.
 *
 * @param focus the entry somebody came for; null if none
 * @param fact whose words are marked; null if none
 */
record Timeline(
        Words words,
        Times times,
        @Nullable InteractionId focus,
        @Nullable Fact fact) {
    /** @param newestFirst as the core tells them; shown the newest last */
    List<Entry> entries(List<Interaction> newestFirst) {
        List<Interaction> inOrder =
                newestFirst.stream().sorted(Interaction.TIMELINE).toList();
        List<Entry> entries = new ArrayList<>();
        LocalDate day = null;
        ConversationId conversation = null;
        for (Interaction each : inOrder) {
            LocalDate on = LocalDate.ofInstant(each.occurredAt(), times.zone());
            boolean begins =
                    each.threaded() && !each.occurrence().conversation().equals(conversation);
            entries.add(entry(
                    each,
                    on.equals(day) ? null : times.day(each.occurredAt()),
                    begins && conversation != null ? words.say("timeline.conversation") : null));
            day = on;
            conversation = each.threaded() ? each.occurrence().conversation() : conversation;
        }
        return entries;
    }

    private Entry entry(Interaction each, @Nullable String day, @Nullable String thread) {
        String state = each instanceof Message message && message.author().business()
                ? message.state().name()
                : "";
        String side = each instanceof Message ? each.author().name().toLowerCase(Locale.ROOT) : "system";
        return new Entry(
                each,
                day,
                thread,
                side,
                pieces(each),
                state,
                notes(each),
                each.id().equals(focus));
    }

    private List<Entry.Piece> pieces(Interaction each) {
        String text = text(each);
        Optional<Support> here = Optional.ofNullable(fact).stream()
                .flatMap(one -> one.support().stream())
                .filter(support -> support.message().equals(each.id()))
                .findFirst();
        if (text.isEmpty() || here.isEmpty()) {
            return text.isEmpty() ? List.of() : List.of(new Entry.Piece(text, false));
        }
        Support support = here.get();
        boolean stands = support.start() >= 0
                && support.end() <= text.length()
                && support.start() < support.end()
                && text.substring(support.start(), support.end()).equals(support.quote());
        // The message was edited since: the words may stand elsewhere in it.
        int start = stands ? support.start() : support.quote().isEmpty() ? -1 : text.indexOf(support.quote());
        if (start < 0) {
            return List.of(new Entry.Piece(text, false));
        }
        int end = start + support.quote().length();
        List<Entry.Piece> pieces = new ArrayList<>();
        pieces.add(new Entry.Piece(text.substring(0, start), false));
        pieces.add(new Entry.Piece(text.substring(start, end), true));
        pieces.add(new Entry.Piece(text.substring(end), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    private String text(Interaction each) {
        if (each instanceof Dealing dealing) {
            return dealing.deal() instanceof Booking booking ? said(booking) : said((Transfer) dealing.deal());
        } else if (each instanceof SystemEvent event) {
            String what = words.of(event.kind());
            String score = event.score() == null ? "" : " · " + event.score().toPlainString();
            String text = event.content().text();
            return what + score + (text == null || text.isBlank() ? "" : " · " + text);
        }
        String text = each.content().text();
        return text == null ? "" : text;
    }

    private String said(Booking booking) {
        List<String> parts = new ArrayList<>();
        parts.add(words.say("deal." + booking.status().name()));
        Optional.ofNullable(booking.service()).ifPresent(parts::add);
        Optional.ofNullable(booking.staff()).ifPresent(parts::add);
        if (booking.local() != null) {
            parts.add(times.moment(booking.local()));
        } else if (booking.start() != null) {
            parts.add(times.moment(booking.start()));
        }
        Optional.ofNullable(booking.price())
                .ifPresent(price -> parts.add(words.money(price.amount(), price.currency())));
        return String.join(" · ", parts);
    }

    private String said(Transfer transfer) {
        List<String> parts = new ArrayList<>();
        parts.add(words.of(transfer.kind()));
        parts.add(words.money(transfer.money().amount(), transfer.money().currency()));
        Optional.ofNullable(transfer.purpose()).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private List<String> notes(Interaction each) {
        Content content = each.content();
        List<String> notes = new ArrayList<>();
        if (each instanceof Message message && message.deletedAt().isPresent()) {
            notes.add(words.say("timeline.deleted"));
            return notes;
        }
        content.attachments()
                .forEach(file -> notes.add("📎 "
                        + words.or("file." + file.kind(), file.kind())
                        + (file.fileName() == null ? "" : " · " + file.fileName())));
        content.cards().forEach(card -> notes.add("👤 " + said(card)));
        Optional.ofNullable(content.place()).ifPresent(place -> notes.add("📍 " + said(place)));
        Optional.ofNullable(content.referral())
                .ifPresent(ad -> notes.add(words.say(
                        "timeline.ad", ad.headline() == null ? words.say("timeline.ad.unnamed") : ad.headline())));
        if (content.forwarded()) {
            notes.add(words.say("timeline.forwarded"));
        }
        if (each instanceof Message && content.text() == null && notes.isEmpty()) {
            notes.add(words.say("timeline.other", content.type()));
        }
        return notes;
    }

    private String said(Card card) {
        List<String> parts = new ArrayList<>();
        Optional.ofNullable(card.name()).ifPresent(parts::add);
        Optional.ofNullable(card.organisation()).ifPresent(parts::add);
        parts.addAll(card.phones());
        parts.addAll(card.emails());
        return parts.isEmpty() ? words.say("timeline.card") : String.join(" · ", parts);
    }

    private String said(Place place) {
        List<String> parts = new ArrayList<>();
        Optional.ofNullable(place.name()).ifPresent(parts::add);
        Optional.ofNullable(place.address()).ifPresent(parts::add);
        return parts.isEmpty() ? words.say("timeline.place") : String.join(" · ", parts);
    }

    /** Without what is marked, which is personal. */
    @Override
    public String toString() {
        return "Timeline[]";
    }
}
