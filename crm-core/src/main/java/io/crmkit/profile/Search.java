package io.crmkit.profile;

import io.crmkit.Page;
import io.crmkit.Storage;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Timelines;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.search.SearchHit;
import io.crmkit.search.SearchIndex;
import io.crmkit.search.Searchable;
import io.crmkit.search.TermQuery;
import io.crmkit.search.Words;
import io.crmkit.segment.ContactList;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds contacts and messages by what somebody types. Thread-safe.
 *
 * @since 0.1
 */
public final class Search {
    private static final int LONGEST_PAGE = 1_000;
    private static final int REBUILT_AT_ONCE = 500;

    private final Storage storage;
    private final Access access;
    private final Tenants tenants;
    private final ContactList list;

    public Search(Storage storage, Access access, Tenants tenants, ContactList list) {
        this.storage = storage;
        this.access = access;
        this.tenants = tenants;
        this.list = list;
    }

    /** Contacts found by name, phone or another address, by last contact, the latest first. */
    public Page<SearchHit> contacts(Actor actor, String typed, @Nullable String cursor, int limit) {
        Page<ContactSummary> page =
                list.page(actor, Action.SEARCH_CONTACTS, ContactQuery.of(new Criterion.Text(typed)), cursor, limit);
        TermQuery query = TermQuery.of(typed, tenants.settings(actor.tenant()).country());
        return new Page<>(
                page.items().stream()
                        .flatMap(summary -> SearchHit.of(summary.contact(), query).stream())
                        .toList(),
                page.next());
    }

    /**
     * Messages that say all the words, over the whole history, newest first.
     *
     * @param limit 1 to 1,000
     */
    public Page<SearchHit> messages(Actor actor, String typed, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.SEARCH_MESSAGES);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE);
        }
        PageEnd end = PageEnd.parse(cursor);
        Timelines.Cursor olderThan =
                end == null ? null : new Timelines.Cursor(end.instant(), new InteractionId(end.id()));
        Set<String> words = Words.of(typed);
        if (words.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        List<SearchHit> hits = entrance.read((work, trace) -> {
            List<SearchHit> found = hits(work.searchIndex(), words, olderThan, limit + 1);
            found.stream().limit(limit).forEach(hit -> trace.of(hit.contact()));
            trace.filter(work, String.join(" ", new TreeSet<>(words)));
            return found;
        });
        if (hits.size() <= limit) {
            return new Page<>(hits, Optional.empty());
        }
        List<SearchHit> items = hits.subList(0, limit);
        Interaction last = items.get(limit - 1).message();
        return new Page<>(
                items,
                Optional.ofNullable(last)
                        .map(message ->
                                new PageEnd(message.occurredAt(), message.id().value()).text()));
    }

    /** Asks for more candidates until enough of them say the words. */
    private static List<SearchHit> hits(
            SearchIndex index, Set<String> words, Timelines.@Nullable Cursor olderThan, int limit) {
        List<SearchHit> hits = new ArrayList<>();
        Timelines.Cursor from = olderThan;
        int batch = limit + 10;
        while (true) {
            List<Interaction> candidates = index.newest(words, from, batch);
            for (Interaction candidate : candidates) {
                Searchable.snippet(candidate, words).ifPresent(snippet -> hits.add(SearchHit.in(candidate, snippet)));
                if (hits.size() == limit) {
                    return hits;
                }
            }
            if (candidates.size() < batch) {
                return hits;
            }
            Interaction last = candidates.get(batch - 1);
            from = new Timelines.Cursor(last.occurredAt(), last.id());
        }
    }

    /**
     * Makes the tenant's index anew, some at a time, each time in a transaction of its own: after an upgrade that says
     * so. Whenever it is broken off, the next call goes on from there.
     */
    public void rebuild(Actor actor) {
        Entrance entrance = access.enter(actor, Action.REBUILD_SEARCH);
        boolean more = entrance.change((work, trace) -> work.searchIndex().rebuild(REBUILT_AT_ONCE));
        while (more) {
            more = storage.within(actor.tenant(), work -> work.searchIndex().rebuild(REBUILT_AT_ONCE));
        }
    }
}
