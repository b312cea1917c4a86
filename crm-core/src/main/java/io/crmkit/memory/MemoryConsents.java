package io.crmkit.memory;

import io.crmkit.consent.Consent;
import io.crmkit.consent.Consents;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.move.LastWord;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one tenant's contacts agreed to, in memory. */
record MemoryConsents(TenantState state) implements Consents {

    /** The ledger, the last word on each identifier, and who is not to be used. */
    static final class Kept {
        final Table<UUID, Entry> ledger;
        final Table<String, Word> words;
        final Table<ContactId, Boolean> restricted;

        Kept(Deque<Runnable> undo) {
            ledger = new Table<>(TenantState.IDS, undo);
            words = new Table<>(Comparator.naturalOrder(), undo);
            restricted = new Table<>(Comparator.naturalOrder(), undo);
        }

        void fill(Kept other) {
            ledger.fill(other.ledger);
            words.fill(other.words);
            restricted.fill(other.restricted);
        }

        /** The last word on an identifier, unless there is a later one. */
        void say(String digest, Purpose purpose, String channel, Word word) {
            String key = key(digest, purpose, channel);
            Word known = words.get(key);
            if (known == null || known.at().isBefore(word.at()) || known.at().equals(word.at()) && known.granted()) {
                words.put(key, word);
            }
        }

        /** All that was said of an identifier last. */
        List<LastWord<String>> said(String digest) {
            String begin = digest + " ";
            return words.rows().tailMap(begin, true).entrySet().stream()
                    .takeWhile(each -> each.getKey().startsWith(begin))
                    .map(each -> {
                        String rest = each.getKey().substring(begin.length());
                        int space = rest.indexOf(' ');
                        return new LastWord<>(
                                digest,
                                Purpose.valueOf(rest.substring(0, space)),
                                rest.substring(space + 1),
                                each.getValue().granted(),
                                each.getValue().at());
                    })
                    .toList();
        }

        private static String key(String digest, Purpose purpose, String channel) {
            return digest + " " + purpose + " " + channel;
        }

        private boolean suppressed(String digest, Predicate<Word> theirs, Purpose purpose, String channel) {
            return Stream.of(channel, Consent.EVERY_CHANNEL)
                    .map(where -> words.get(key(digest, purpose, where)))
                    .flatMap(Stream::ofNullable)
                    .filter(theirs)
                    .max(Comparator.comparing(Word::at).thenComparing(Word::granted, Comparator.reverseOrder()))
                    .filter(word -> !word.granted())
                    .isPresent();
        }
    }

    record Entry(ContactId contact, Consent consent) {}

    record Word(boolean granted, Instant at) {}

    @Override
    public void add(ContactId contact, Consent consent) {
        state.consents.ledger.put(consent.id(), new Entry(contact, consent));
        keys(contact)
                .forEach(digest -> state.consents.say(
                        digest, consent.purpose(), consent.channel(), new Word(consent.granted(), consent.at())));
    }

    @Override
    public List<Consent> of(ContactId contact) {
        ContactId survivor = state.survivor(contact);
        return state.consents.ledger.rows().values().stream()
                .filter(entry -> state.survivor(entry.contact()).equals(survivor))
                .map(Entry::consent)
                .sorted(Consent.ORDER)
                .toList();
    }

    @Override
    public boolean suppressed(ContactId contact, Purpose purpose, String channel) {
        return state.holdings.rows().entrySet().stream()
                .anyMatch(held -> state.consents.suppressed(
                        MemoryTombstones.digest(held.getKey()),
                        word -> saidBy(contact, held.getValue(), word.at()),
                        purpose,
                        channel));
    }

    /** Whether an identifier was the contact's when something was said of it: who has it later says so anew. */
    private static boolean saidBy(ContactId contact, List<Holding<ContactId>> times, Instant said) {
        Instant after = null;
        for (Holding<ContactId> time : times) {
            Instant until = time.until();
            if (contact.equals(time.holder())
                    && (after == null || said.isAfter(after))
                    && (until == null || !said.isAfter(until))) {
                return true;
            }
            after = until;
        }
        return false;
    }

    @Override
    public Map<ContactId, MaySend.Reason> refusals(Collection<ContactId> contacts, Purpose purpose, String channel) {
        Map<ContactId, MaySend.Reason> refusals = new HashMap<>();
        for (ContactId contact : contacts) {
            MaySend.refusal(of(contact), suppressed(contact, purpose, channel), purpose, channel)
                    .ifPresent(reason -> refusals.put(contact, reason));
        }
        return refusals;
    }

    private Set<String> keys(ContactId contact) {
        Set<String> keys = new HashSet<>();
        state.holdings.rows().forEach((key, times) -> {
            if (contact.equals(times.get(times.size() - 1).holder())) {
                keys.add(MemoryTombstones.digest(key));
            }
        });
        return keys;
    }
}
