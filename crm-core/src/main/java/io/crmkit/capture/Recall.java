package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.ProviderRef;
import java.util.Set;

/**
 * What a capture needs to know before it decides: everything about these keys and messages, in one go.
 *
 * @param keys every key under which one of the parties may be known
 * @param statements sets of keys stated together
 * @param refs the messages told and the messages updated
 * @param updated of those, the messages updated; the others are most likely new
 * @param accounts the accounts they came through
 * @param contacts contacts it is already known to be about
 * @since 0.1
 */
public record Recall(
        Set<MatchKey> keys,
        Set<Set<MatchKey>> statements,
        Set<ProviderRef> refs,
        Set<ProviderRef> updated,
        Set<ChannelAccount> accounts,
        Set<ContactId> contacts) {
    public Recall {
        keys = Set.copyOf(keys);
        statements = Set.copyOf(statements);
        refs = Set.copyOf(refs);
        updated = Set.copyOf(updated);
        accounts = Set.copyOf(accounts);
        contacts = Set.copyOf(contacts);
    }
}
