package io.crmkit.export;

import io.crmkit.CrmException;
import io.crmkit.StorageUnavailable;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.Pair;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.Restoration;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes over what comes after the contacts: who is who and what waits. Records of one kind are stored together. */
final class RegisterTaking {
    private static final int BATCH = 200;

    private final Map<String, Kind<?>> kinds;
    private final BiConsumer<Long, String> bad;
    private Kind<?> current;
    private long taken;

    RegisterTaking(Restoration to, BiConsumer<Long, String> bad) {
        this.bad = bad;
        this.kinds = Map.of(
                "identifier", new Kind<>(PortraitReader::held, to::identifiers),
                "statement", new Kind<>(RegisterTaking::statement, to::statements),
                "contradiction", new Kind<>(RegisterTaking::contradiction, to::contradictions),
                "update", new Kind<>(RegisterTaking::parked, to::parked),
                "setAside", new Kind<>(RegisterTaking::aside, all -> all.forEach(to::setAside)),
                "dismissal", new Kind<>(RegisterTaking::dismissal, to::dismissals));
        this.current = kinds.values().iterator().next();
    }

    /** How one kind of record is read and where it goes. */
    private final class Kind<T> {
        private final Function<Fields, T> reader;
        private final Consumer<List<T>> to;
        private final List<T> batch = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();

        Kind(Function<Fields, T> reader, Consumer<List<T>> to) {
            this.reader = reader;
            this.to = to;
        }

        void take(Fields fields, long line) {
            batch.add(fields.read(reader));
            lines.add(line);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            if (!batch.isEmpty() && !store(batch)) {
                for (int i = 0; i < batch.size(); i++) {
                    if (!store(List.of(batch.get(i)))) {
                        bad.accept(lines.get(i), "It cannot be stored: it speaks of what is not there");
                    }
                }
            }
            batch.clear();
            lines.clear();
        }

        private boolean store(List<T> some) {
            try {
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

    void take(String name, Fields fields, long line) {
        Kind<?> kind = kinds.get(name);
        if (kind == null) {
            throw new Malformed("record", "There is no such kind of record");
        }
        if (kind != current) {
            current.flush();
            current = kind;
        }
        kind.take(fields, line);
    }

    void flush() {
        current.flush();
    }

    long taken() {
        return taken;
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

    private static Map<Unreadable, Instant> aside(Fields f) {
        return Map.of(
                new Unreadable(f.text("channel"), f.text("account"), f.text("reason"), f.text("raw")),
                f.time("receivedAt"));
    }

    private static Archive.Dismissal dismissal(Fields f) {
        ContactId one = PortraitReader.contact(f, "one");
        ContactId other = PortraitReader.contact(f, "other");
        return new Archive.Dismissal(Pair.of(one, other), f.text("by"), f.time("at"));
    }
}
