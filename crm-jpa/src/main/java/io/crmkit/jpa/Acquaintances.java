package io.crmkit.jpa;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.capture.Recall;
import io.crmkit.capture.Recollection;
import io.crmkit.capture.Recollection.Held;
import io.crmkit.capture.Recollection.Line;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this process learnt of contacts lately, so that one more message of theirs needs no reading before it is written.
 * Others may have written since: what is decided on it is checked as it is written, by the contact's epoch. Thread-safe.
 */
final class Acquaintances {
    private final Cache<Of<MatchKey>, Optional<Held>> holders = cache();
    private final Cache<Of<ContactId>, Known> contacts = cache();
    private final Cache<Of<Set<MatchKey>>, Instant> statements = cache();

    private record Of<T>(TenantId tenant, T what) {}

    private record Known(DataKey key, int epoch, Naming naming, Map<ChannelAccount, Conversation> latest) {}

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(Duration.ofMinutes(5))
                .build();
    }

    /** All that is asked, if it is about contacts known by heart and about messages that are new; else empty. */
    Optional<Recollection> recall(TenantId tenant, Recall recall, Sealing sealing) {
        if (recall.keys().isEmpty()
                // Where no message is written nothing is checked.
                || recall.refs().isEmpty()
                || !recall.updated().isEmpty()
                || !recall.contacts().isEmpty()) {
            return Optional.empty();
        }
        Recollection known = Recollection.blank();
        for (MatchKey key : recall.keys()) {
            Optional<Held> holder = holders.getIfPresent(new Of<>(tenant, key));
            if (holder == null) {
                return Optional.empty();
            }
            if (holder.isPresent()) {
                ContactId contact = holder.get().contact();
                if (contact == null || !recall(tenant, contact, recall.accounts(), known, sealing)) {
                    return Optional.empty();
                }
                known.holders().put(key, holder.get());
            }
        }
        for (Set<MatchKey> together : recall.statements()) {
            Instant stated = statements.getIfPresent(new Of<>(tenant, together));
            if (stated != null) {
                known.statements().put(together, stated);
            }
        }
        return Optional.of(known);
    }

    private boolean recall(
            TenantId tenant, ContactId contact, Set<ChannelAccount> accounts, Recollection into, Sealing sealing) {
        Known known = contacts.getIfPresent(new Of<>(tenant, contact));
        if (known == null || !known.latest.keySet().containsAll(accounts)) {
            return false;
        }
        sealing.remember(contact, known.key, known.epoch);
        into.namings().put(contact, known.naming);
        accounts.forEach(account -> into.latest().put(new Line(contact, account), known.latest.get(account)));
        return true;
    }

    /** Keeps what a committed unit of work knew in the end. */
    void keep(TenantId tenant, Set<MatchKey> asked, Recollection known, Sealing sealing) {
        for (MatchKey key : asked) {
            // Of whom was erased the times count, which are not known by heart.
            if (known.tombstones().keys().containsKey(key)) {
                holders.invalidate(new Of<>(tenant, key));
            } else {
                holders.put(
                        new Of<>(tenant, key),
                        Optional.ofNullable(known.holders().get(key)));
            }
        }
        known.statements().forEach((together, at) -> statements.put(new Of<>(tenant, together), at));
        known.namings().forEach((contact, naming) -> {
            Map<ChannelAccount, Conversation> latest = new HashMap<>();
            known.latest().forEach((line, conversation) -> {
                if (line.contact().equals(contact)) {
                    latest.put(line.account(), conversation);
                }
            });
            contacts.put(
                    new Of<>(tenant, contact),
                    new Known(sealing.of(contact), sealing.epoch(contact), naming, Map.copyOf(latest)));
        });
    }

    /** Forgets what turned out to be overtaken, or may be. */
    void forget(TenantId tenant, Set<MatchKey> asked, @Nullable Recollection known) {
        asked.forEach(key -> holders.invalidate(new Of<>(tenant, key)));
        if (known != null) {
            known.namings().keySet().forEach(contact -> contacts.invalidate(new Of<>(tenant, contact)));
        }
    }
}
