package io.crmkit.memory;

import io.crmkit.capture.Recall;
import io.crmkit.capture.Tombstones;
import io.crmkit.capture.Tombstones.Tombstone;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.rights.Erasure;
import io.crmkit.rights.ErasureId;
import io.crmkit.rights.ErasureNote;
import io.crmkit.rights.ErasureNote.Grave;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What one tenant's memory keeps of people it erased: digests, times and certificates. */
final class MemoryTombstones {
    final Table<UUID, Erasure> erasures;
    final Table<ContactId, UUID> byContact;
    private final Table<String, Set<Grave>> graves;
    private final Table<UUID, ErasureNote> notes;
    private final Table<String, Boolean> gone;
    private final Table<String, String> parkedFor;

    MemoryTombstones(Deque<Runnable> undo) {
        erasures = new Table<>(TenantState.IDS, undo);
        byContact = new Table<>(Comparator.naturalOrder(), undo);
        graves = new Table<>(Comparator.naturalOrder(), undo);
        notes = new Table<>(TenantState.IDS, undo);
        gone = new Table<>(Comparator.naturalOrder(), undo);
        parkedFor = new Table<>(Comparator.naturalOrder(), undo);
    }

    void fill(MemoryTombstones other) {
        erasures.fill(other.erasures);
        byContact.fill(other.byContact);
        graves.fill(other.graves);
        notes.fill(other.notes);
        gone.fill(other.gone);
        parkedFor.fill(other.parkedFor);
    }

    /** Those of the keys and messages that a capture asks for. */
    Tombstones among(Recall recall) {
        Map<MatchKey, List<Tombstone>> keys = new HashMap<>();
        for (MatchKey key : recall.keys()) {
            Set<Grave> known = graves.get(digest(key));
            if (known != null) {
                keys.put(
                        key,
                        known.stream()
                                .map(g -> new Tombstone(g.after(), g.until()))
                                .toList());
            }
        }
        Set<ProviderRef> messages = new HashSet<>();
        recall.refs().stream().filter(ref -> gone.get(digest(ref)) != null).forEach(messages::add);
        return new Tombstones(keys, messages);
    }

    /** Begins an erasure, with what is known of it elsewhere. */
    void begin(ErasureNote order) {
        notes.put(order.id().value(), order);
        order.graves().forEach(this::bury);
    }

    /** Notes when a key was an erased person's. */
    void bury(ErasureId erasure, Grave grave) {
        notes.put(erasure.value(), note(erasure).and(Set.of(), Set.of(grave)));
        bury(grave);
    }

    private void bury(Grave grave) {
        Set<Grave> all = new LinkedHashSet<>(Objects.requireNonNullElse(graves.get(grave.hash()), Set.of()));
        all.add(grave);
        graves.put(grave.hash(), all);
    }

    ErasureNote note(ErasureId erasure) {
        return Objects.requireNonNull(notes.get(erasure.value()));
    }

    void add(ProviderRef message) {
        gone.put(digest(message), true);
    }

    void add(UUID setAside) {
        gone.put(digest("set-aside", setAside.toString()), true);
    }

    /** What stands for all that does not come back. */
    Set<String> gone() {
        return gone.rows().keySet();
    }

    void keepOut(String digest) {
        gone.put(digest, true);
    }

    boolean knows(UUID setAside) {
        return gone.get(digest("set-aside", setAside.toString())) != null;
    }

    /** Notes by which key an update came that waits for its message. */
    void parkedFor(ProviderRef message, MatchKey route) {
        parkedFor.put(digest(message), digest(route));
    }

    /** Those of the messages waited for whose updates came by one of the keys. */
    List<ProviderRef> awaited(Iterable<ProviderRef> messages, Set<String> digests) {
        List<ProviderRef> awaited = new ArrayList<>();
        for (ProviderRef message : messages) {
            String route = parkedFor.get(digest(message));
            if (route != null && digests.contains(route)) {
                awaited.add(message);
            }
        }
        return awaited;
    }

    static String digest(MatchKey key) {
        return digest("key", key.scheme().name(), key.scope(), key.key());
    }

    private static String digest(ProviderRef ref) {
        return digest("message", ref.account().toString(), ref.id());
    }

    private static String digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
