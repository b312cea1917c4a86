package io.crmkit.export;

import io.crmkit.CrmException;
import io.crmkit.StorageUnavailable;
import io.crmkit.contact.ContactId;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Portrait;
import io.crmkit.dossier.Restoration;
import io.crmkit.export.ArchiveImport.BadRecord;
import io.crmkit.export.ArchiveImport.Report;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One archive being taken over, a batch of contacts with their entries at a time. */
final class Taking {
    private static final int ENTRIES = 1_000;
    private static final int CONTACTS = 200;

    private final Restoration restoration;
    private final Consumer<BadRecord> badRecords;
    private final RegisterTaking registers;
    private final List<Family> batch = new ArrayList<>();
    private int pending;
    private boolean begun;
    private boolean ended;
    private long contacts;
    private long entries;
    private long bad;
    private @Nullable Family current;

    /** A contact, or no more than its id once it was stored, and entries that are to be stored. */
    private static final class Family {
        private final ContactId id;
        private final Set<ConversationId> conversations;
        private final long line;
        private final List<Entry> entries = new ArrayList<>();
        private @Nullable Portrait portrait;

        Family(Portrait portrait, long line) {
            this.id = portrait.id();
            this.portrait = portrait;
            this.line = line;
            this.conversations =
                    portrait.conversations().stream().map(Conversation::id).collect(Collectors.toSet());
        }

        List<Portrait> portraits() {
            return portrait == null ? List.of() : List.of(portrait);
        }
    }

    Taking(Restoration restoration, Consumer<BadRecord> badRecords) {
        this.restoration = restoration;
        this.badRecords = badRecords;
        this.registers = new RegisterTaking(restoration, this::bad);
    }

    void record(@Nullable Object record, long line) throws IOException {
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

    private void header(String kind, Fields fields) throws IOException {
        if (!kind.equals("header") || !ArchiveJson.SCHEMA.equals(fields.text("schema"))) {
            throw new IOException(
                    "It is no archive of contacts that this version reads: it has no header of " + ArchiveJson.SCHEMA);
        }
        begun = true;
    }

    private boolean take(String kind, Fields fields, long line) {
        switch (kind) {
            case "contact" -> contact(fields, line);
            case "entry" -> entry(EntryReader.entry(fields));
            case "end" -> {
                flush();
                ended = true;
            }
            default -> {
                flush();
                current = null;
                registers.take(kind, fields, line);
            }
        }
        return true;
    }

    private void contact(Fields fields, long line) {
        // Should it be bad, its entries are as well.
        current = null;
        Family next = new Family(PortraitReader.portrait(fields), line);
        if (batch.size() == CONTACTS || pending >= ENTRIES) {
            flush();
        }
        current = next;
        batch.add(next);
    }

    private void entry(Entry entry) {
        Family of = current;
        if (of == null || !of.id.equals(entry.interaction().occurrence().contact())) {
            throw new Malformed("contactId", "Its contact was left out, or is not the one before it");
        }
        ConversationId conversation = entry.interaction().occurrence().conversation();
        if (entry.interaction().threaded() && !of.conversations.contains(conversation)) {
            throw new Malformed("conversationId", "Its contact has no such conversation");
        }
        of.entries.add(entry);
        pending++;
        if (of.entries.size() >= ENTRIES) {
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
        bad(family.line, "It cannot be stored: it is there already, or at odds with itself");
        if (family == current) {
            current = null;
        }
    }

    private boolean store(List<Family> families) {
        if (families.isEmpty()) {
            return true;
        }
        try {
            restoration.contacts(
                    families.stream().flatMap(each -> each.portraits().stream()).toList(),
                    families.stream().flatMap(each -> each.entries.stream()).toList());
        } catch (StorageUnavailable away) {
            throw away;
        } catch (CrmException | IllegalArgumentException refused) {
            return false;
        }
        for (Family each : families) {
            contacts += each.portraits().size();
            entries += each.entries.size();
            each.portrait = null;
            each.entries.clear();
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
        if (!ended) {
            bad(0, "It has no end: part of it is missing");
        }
        return new Report(contacts, entries, registers.taken(), bad);
    }
}
