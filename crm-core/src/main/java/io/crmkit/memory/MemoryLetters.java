package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.event.Letter;
import io.crmkit.event.Letters;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events of one tenant on their way, in memory. */
record MemoryLetters(Streams streams) implements Letters {
    @Override
    public Hold hold(ContactId stream, Instant now, Instant until) {
        Streams.Stream found = streams.streams.get(stream);
        if (found == null) {
            return Hold.NO_STREAM;
        }
        Instant held = found.heldUntil();
        if (held != null && held.isAfter(now)) {
            return Hold.TAKEN;
        }
        streams.streams.put(stream, found.heldUntil(until));
        return Hold.MINE;
    }

    @Override
    public List<Letter> waiting(ContactId stream, String subscriber, int limit) {
        return streams.of(stream).stream()
                .filter(letter -> letter.subscriber().equals(subscriber) && letter.deliveredAt() == null)
                .limit(limit)
                .toList();
    }

    @Override
    public void settle(List<Letter> letters) {
        for (Letter letter : letters) {
            Letter now = streams.letters.get(Streams.Place.of(letter));
            if (now != null && now.deliveredAt() == null && now.event().equals(letter.event())) {
                streams.put(letter);
            }
        }
    }

    @Override
    public Rest finish(ContactId stream, Instant until, Instant deliveredUntil, Set<String> served) {
        Streams.Stream found = streams.streams.get(stream);
        if (found != null && until.equals(found.heldUntil())) {
            streams.streams.put(stream, found.heldUntil(null));
        }
        for (Letter letter : streams.of(stream)) {
            if (letter.deliveredAt() != null && !letter.deliveredAt().isAfter(deliveredUntil)) {
                streams.remove(letter);
            }
        }
        List<Letter> left = List.copyOf(streams.of(stream));
        return new Rest(
                left.stream().anyMatch(each -> each.deliveredAt() == null && !served.contains(each.subscriber())),
                left.stream()
                        .map(each -> Optional.ofNullable(each.deliveredAt()))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()));
    }

    @Override
    public List<Letter> parked(int limit) {
        return streams.all().stream().filter(Letter::parked).limit(limit).toList();
    }

    @Override
    public int replay(ContactId stream, String subscriber, Instant since) {
        List<Letter> again = streams.of(stream).stream()
                .filter(letter -> letter.subscriber().equals(subscriber)
                        && letter.deliveredAt() != null
                        && !letter.event().heading().at().isBefore(since))
                .toList();
        again.forEach(letter ->
                streams.put(Letter.fresh(letter.subscriber(), letter.stream(), letter.number(), letter.event())));
        return again.size();
    }
}
