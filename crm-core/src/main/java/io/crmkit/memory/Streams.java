package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.event.Letter;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of one tenant that are on their way. */
final class Streams {
    private static final Stream NONE = new Stream(0, null);

    final Table<ContactId, Stream> streams;
    final Table<Place, Letter> letters;

    Streams(Deque<Runnable> undo) {
        streams = new Table<>(Comparator.naturalOrder(), undo);
        letters = new Table<>(Place.ORDER, undo);
    }

    /**
     * A contact's stream.
     *
     * @param numbers how many were given
     * @param heldUntil null while nobody has it
     */
    record Stream(long numbers, @Nullable Instant heldUntil) {
        Stream heldUntil(@Nullable Instant until) {
            return new Stream(numbers, until);
        }
    }

    record Place(ContactId stream, String subscriber, long number) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::stream)
                .thenComparing(Place::subscriber)
                .thenComparing(Place::number);

        static Place of(Letter letter) {
            return new Place(letter.stream(), letter.subscriber(), letter.number());
        }
    }

    /** Leaves nothing that happened to a contact, in its own stream or in another's. */
    void forget(ContactId contact) {
        List.copyOf(letters.rows().values()).stream()
                .filter(letter -> letter.stream().equals(contact)
                        || letter.event().contact().equals(contact))
                .forEach(this::remove);
        streams.remove(contact);
    }

    /** The first of so many numbers at the end of a stream. */
    long numbers(ContactId contact, long count) {
        Stream stream = Objects.requireNonNullElse(streams.get(contact), NONE);
        streams.put(contact, new Stream(stream.numbers() + count, stream.heldUntil()));
        return stream.numbers() + 1;
    }

    void put(Letter letter) {
        letters.put(Place.of(letter), letter);
    }

    void remove(Letter letter) {
        letters.remove(Place.of(letter));
    }

    /** What is there of a stream, in order. */
    Collection<Letter> of(ContactId stream) {
        return letters.rows().tailMap(new Place(stream, "", 0), true).entrySet().stream()
                .takeWhile(row -> row.getKey().stream().equals(stream))
                .map(Map.Entry::getValue)
                .toList();
    }

    Collection<Letter> all() {
        return letters.rows().values();
    }
}
