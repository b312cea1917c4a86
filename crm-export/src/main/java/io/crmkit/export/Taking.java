package io.crmkit.export;

import io.crmkit.CrmException;
import io.crmkit.StorageUnavailable;
import io.crmkit.contact.ContactId;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Portrait;
import io.crmkit.export.ArchiveImport.BadRecord;
import io.crmkit.export.ArchiveImport.Report;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.move.Keepsake;
import io.crmkit.move.Move;
import io.crmkit.move.Restoration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One archive being taken over, a batch of contacts with their entries at a time. */
final class Taking {
    private static final int TOGETHER = 1_000;
    private static final int CONTACTS = 200;

    private final Restoration restoration;
    private final Consumer<BadRecord> badRecords;
    private final RegisterTaking registers;
    private final List<Family> batch = new ArrayList<>();
    private int pending;
    private boolean begun;
    private boolean ended;
    private final Move from;
    private long number;
    private long print;
    private long contacts;
    private long entries;
    private long bad;
    private @Nullable Family current;

    /** A contact, or no more than its id once it was stored, and what of it is to be stored. */
    private static final class Family {
        private final ContactId id;
        private final Set<ConversationId> conversations;
        private final long line;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Keepsake> keepsakes = new ArrayList<>();
        private Move reached;
        private @Nullable Portrait portrait;

        Family(Portrait portrait, long line, Move reached) {
            this.id = portrait.id();
            this.portrait = portrait;
            this.line = line;
            this.reached = reached;
            this.conversations =
                    portrait.conversations().stream().map(Conversation::id).collect(Collectors.toSet());
        }

        List<Portrait> portraits() {
            return portrait == null ? List.of() : List.of(portrait);
        }
    }

    /** @param from so far it was taken over before */
    Taking(Restoration restoration, Move from, Consumer<BadRecord> badRecords) {
        this.restoration = restoration;
        this.from = from;
        this.badRecords = badRecords;
        this.registers = new RegisterTaking(restoration, from, this::bad);
    }

    void record(@Nullable Object record, long line) throws IOException {
        count(record);
        try {
            Fields fields = Fields.of(record, "");
            String kind = fields.text("record");
            if (!begun) {
                header(kind, fields);
            } else if (ended) {
                bad(line, "It comes after the end");
            } else {
                fields.read(f -> take(kind, f, line));
            }
        } catch (Malformed malformed) {
            if (!begun) {
                throw new IOException("It is no archive of contacts");
            }
            bad(line, malformed.reason());
        }
    }

    private void count(@Nullable Object record) throws IOException {
        number++;
        print = 31 * Long.rotateLeft(print, 7) + Objects.hashCode(record);
        if (number == from.records() && print != from.print()) {
            throw new IOException("It is another archive than the one whose taking over broke off");
        }
    }

    private Move here() {
        return new Move(number, print, false);
    }

    private boolean known() {
        return number <= from.records();
    }

    private void header(String kind, Fields fields) throws IOException {
        String schema = kind.equals("header") ? fields.text("schema") : "";
        if (!ArchiveJson.SCHEMA.equals(schema) && !ArchiveJson.BEFORE.equals(schema)) {
            throw new IOException(
                    "It is no archive of contacts that this version reads: it has no header of " + ArchiveJson.SCHEMA);
        }
        begun = true;
    }

    private boolean take(String kind, Fields fields, long line) {
        switch (kind) {
            case "contact" -> contact(fields, line);
            case "entry" -> entry(EntryReader.entry(fields));
            case "consent" -> keepsake(KeepsakeJson.consent(fields));
            case "request" -> keepsake(KeepsakeJson.request(fields));
            case "sending" -> keepsake(KeepsakeJson.sending(fields));
            case "end" -> {
                flush();
                ended = true;
            }
            default -> {
                flush();
                current = null;
                registers.take(kind, fields, line, here());
            }
        }
        return true;
    }

    private void contact(Fields fields, long line) {
        // Should it be bad, what is of it is as well.
        current = null;
        Family next = new Family(PortraitReader.portrait(fields), line, here());
        registers.flush();
        if (batch.size() == CONTACTS || pending >= TOGETHER) {
            flush();
        }
        if (known()) {
            next.portrait = null;
        }
        current = next;
        batch.add(next);
    }

    private Family of(ContactId contact) {
        Family of = current;
        if (of == null || !of.id.equals(contact)) {
            throw new Malformed("contactId", "Its contact was left out, or is not the one before it");
        }
        return of;
    }

    private void keepsake(Keepsake keepsake) {
        Family of = of(keepsake.contact());
        if (!known()) {
            of.keepsakes.add(keepsake);
        }
        added(of);
    }

    private void entry(Entry entry) {
        Family of = of(entry.interaction().occurrence().contact());
        ConversationId conversation = entry.interaction().occurrence().conversation();
        if (entry.interaction().threaded() && !of.conversations.contains(conversation)) {
            throw new Malformed("conversationId", "Its contact has no such conversation");
        }
        if (!known()) {
            of.entries.add(entry);
        }
        added(of);
    }

    private void added(Family of) {
        of.reached = here();
        pending++;
        if (of.entries.size() + of.keepsakes.size() >= TOGETHER) {
            flush();
            current = of.portrait == null ? of : null;
            if (current != null) {
                batch.add(of);
            }
        }
    }

    private void flush() {
        if (!store(batch)) {
            // One that cannot be stored must not keep the others from it.
            batch.forEach(each -> {
                if (batch.size() == 1 || !store(List.of(each))) {
                    refused(each);
                }
            });
        }
        batch.clear();
        pending = 0;
    }

    private void refused(Family family) {
        bad(family.line, "It cannot be stored: it is there already, was erased here, or is at odds with itself");
        if (family == current) {
            current = null;
        }
    }

    private boolean store(List<Family> families) {
        List<Family> some = families.stream()
                .filter(each -> each.portrait != null || !each.entries.isEmpty() || !each.keepsakes.isEmpty())
                .toList();
        if (some.isEmpty()) {
            return true;
        }
        try {
            restoration.reaching(families.get(families.size() - 1).reached);
            restoration.contacts(
                    some.stream().flatMap(each -> each.portraits().stream()).toList(),
                    some.stream().flatMap(each -> each.entries.stream()).toList(),
                    some.stream().flatMap(each -> each.keepsakes.stream()).toList());
        } catch (StorageUnavailable away) {
            throw away;
        } catch (CrmException | IllegalArgumentException refused) {
            return false;
        }
        for (Family each : some) {
            contacts += each.portraits().size();
            entries += each.entries.size();
            each.portrait = null;
            each.entries.clear();
            each.keepsakes.clear();
        }
        return true;
    }

    void bad(long line, String reason) {
        bad++;
        badRecords.accept(new BadRecord(line, reason));
    }

    Report finished() throws IOException {
        if (!begun) {
            throw new IOException("It is no archive of contacts");
        }
        flush();
        registers.flush();
        if (number < from.records()) {
            throw new IOException("It is shorter than what was taken over of it before");
        }
        if (ended) {
            restoration.reached(new Move(number, print, true));
        } else {
            bad(0, "It has no end: part of it is missing");
        }
        return new Report(contacts, entries, registers.taken(), bad);
    }
}
