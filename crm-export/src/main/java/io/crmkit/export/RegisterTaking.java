package io.crmkit.export;

import static java.util.Map.entry;

import io.crmkit.CrmException;
import io.crmkit.StorageUnavailable;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.Pair;
import io.crmkit.dossier.Archive;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import io.crmkit.move.Move;
import io.crmkit.move.Restoration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes over what comes after the contacts: who is who and what waits. Records of one kind are stored together. */
final class RegisterTaking {
    private static final int BATCH = 500;

    private final Map<String, Kind<?>> kinds;
    private final Restoration restoration;
    private final Move from;
    private final BiConsumer<Long, String> bad;
    private Kind<?> current;
    private long taken;

    /** @param from so far it was taken over before */
    RegisterTaking(Restoration to, Move from, BiConsumer<Long, String> bad) {
        this.restoration = to;
        this.from = from;
        this.bad = bad;
        this.kinds = Map.ofEntries(
                entry("identifier", new Kind<>(PortraitReader::held, to::identifiers)),
                entry("statement", new Kind<>(RegisterTaking::statement, to::statements)),
                entry("contradiction", new Kind<>(RegisterTaking::contradiction, to::contradictions)),
                entry("update", new Kind<>(RegisterTaking::parked, to::parked)),
                entry("setAside", new Kind<>(RegisterTaking::aside, to::setAside)),
                entry("dismissal", new Kind<>(RegisterTaking::dismissal, to::dismissals)),
                entry("stray", new Kind<>(KeepsakeJson::request, to::strays)),
                entry("word", new Kind<>(KeptJson::word, to::words)),
                entry("erasure", new Kind<>(KeptJson::erasure, to::erasures)),
                entry("gone", new Kind<>(KeptJson::gone, all -> to.goneMessages(union(all)))),
                entry("list", new Kind<>(PlanJson::list, to::lists)),
                entry("report", new Kind<>(PlanJson::planned, to::reports)));
        this.current = kinds.values().iterator().next();
    }

    /** How one kind of record is read and where it goes. */
    private final class Kind<T> {
        private final Function<Fields, T> reader;
        private final Consumer<List<T>> to;
        private final List<T> batch = new ArrayList<>();
        private final List<Move> places = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();

        Kind(Function<Fields, T> reader, Consumer<List<T>> to) {
            this.reader = reader;
            this.to = to;
        }

        void take(Fields fields, long line, Move place) {
            T read = fields.read(reader);
            if (place.records() <= from.records()) {
                return;
            }
            batch.add(read);
            places.add(place);
            lines.add(line);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            int last = batch.size() - 1;
            if (last >= 0 && !store(batch, places.get(last))) {
                for (int i = 0; i <= last; i++) {
                    if (!store(List.of(batch.get(i)), places.get(i))) {
                        bad.accept(lines.get(i), "It cannot be stored: it speaks of what is not there");
                    }
                }
            }
            batch.clear();
            places.clear();
            lines.clear();
        }

        private boolean store(List<T> some, Move reaching) {
            try {
                restoration.reaching(reaching);
                to.accept(List.copyOf(some));
                taken += some.size();
                return true;
            } catch (StorageUnavailable away) {
                throw away;
            } catch (CrmException | IllegalArgumentException refused) {
                return false;
            }
        }
    }

    void take(String name, Fields fields, long line, Move place) {
        Kind<?> kind = kinds.get(name);
        if (kind == null) {
            throw new Malformed("record", "There is no such kind of record");
        }
        if (kind != current) {
            current.flush();
            current = kind;
        }
        kind.take(fields, line, place);
    }

    void flush() {
        current.flush();
    }

    long taken() {
        return taken;
    }

    private static Set<String> union(List<Set<String>> all) {
        Set<String> union = new HashSet<>();
        all.forEach(union::addAll);
        return union;
    }

    private static IdentityStatement statement(Fields f) {
        return new IdentityStatement(
                new HashSet<>(f.each("now", PortraitReader::key)),
                new HashSet<>(f.each("before", PortraitReader::key)),
                f.time("at"),
                f.flag("listed"));
    }

    private static Archive.Contradiction contradiction(Fields f) {
        return new Archive.Contradiction(PortraitReader.contact(f, "one"), PortraitReader.contact(f, "other"));
    }

    private static ParkedUpdate parked(Fields f) {
        return new ParkedUpdate(
                new ProviderRef(PortraitReader.account(f), f.text("providerId")),
                update(f),
                PortraitReader.naming(f),
                f.time("receivedAt"));
    }

    private static MessageUpdate update(Fields f) {
        Instant at = f.time("at");
        return switch (f.text("kind")) {
            case "status" ->
                new StatusReached(
                        f.word("state", DeliveryState.class),
                        at,
                        f.object("error").read(ContentReader::error));
            case "edit" -> new MessageEdited(at, f.object("content").read(ContentReader::content));
            case "reaction" -> new Reacted(f.word("from", Author.class), at, f.text("emoji"));
            case "deletion" -> new MessageDeleted(at);
            default -> throw new IllegalArgumentException("There is no such kind of update");
        };
    }

    private static Map.Entry<Unreadable, Instant> aside(Fields f) {
        return Map.entry(
                new Unreadable(f.text("channel"), f.text("account"), f.text("reason"), f.text("raw")),
                f.time("receivedAt"));
    }

    private static Archive.Dismissal dismissal(Fields f) {
        ContactId one = PortraitReader.contact(f, "one");
        ContactId other = PortraitReader.contact(f, "other");
        return new Archive.Dismissal(Pair.of(one, other), f.text("by"), f.time("at"));
    }
}
