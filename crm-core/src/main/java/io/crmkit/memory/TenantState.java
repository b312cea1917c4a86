package io.crmkit.memory;

import io.crmkit.appointment.Patronage;
import io.crmkit.audit.AuditChain;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditLink;
import io.crmkit.audit.AuditTrail;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.capture.Rearrangement.Conflict;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Pair;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.insight.Fact;
import io.crmkit.insight.ReadUpTo;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.outreach.Sending;
import io.crmkit.request.PersonRequest;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import java.time.Instant;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything one tenant has, guarded by its monitor. */
final class TenantState {
    static final Comparator<UUID> IDS = Comparator.comparing(ContactId::new);
    private static final Comparator<ChannelAccount> ACCOUNTS =
            Comparator.comparing(ChannelAccount::channel).thenComparing(ChannelAccount::account);
    private static final Comparator<ProviderRef> REFS =
            Comparator.comparing(ProviderRef::account, ACCOUNTS).thenComparing(ProviderRef::id);

    static final Comparator<AuditTrail.Cursor> AUDIT =
            Comparator.comparing(AuditTrail.Cursor::at).thenComparing(AuditTrail.Cursor::id, IDS);

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    final Deque<Runnable> undo = Table.undoLog();
    final Table<ContactId, ContactRow> contacts = new Table<>(Comparator.naturalOrder(), undo);
    final Table<MatchKey, Identifier> identifiers = new Table<>(Comparator.naturalOrder(), undo);
    final Table<MatchKey, List<Holding<ContactId>>> holdings = new Table<>(Comparator.naturalOrder(), undo);
    final Table<String, IdentityStatement> statements = new Table<>(Comparator.naturalOrder(), undo);
    final Table<InteractionId, EntryRow> entries = new Table<>(Comparator.comparing(InteractionId::value, IDS), undo);
    final Table<ProviderRef, InteractionId> byRef = new Table<>(REFS, undo);
    final Table<TimelineKey, InteractionId> timeline = new Table<>(TimelineKey.ORDER, undo);
    final Table<ConversationId, Conversation> conversations =
            new Table<>(Comparator.comparing(ConversationId::value, IDS), undo);
    final Table<LineKey, ConversationId> lines = new Table<>(LineKey.ORDER, undo);
    final Table<ProviderRef, List<ParkedUpdate>> parked = new Table<>(REFS, undo);
    final Table<UUID, SetAside> setAsides = new Table<>(IDS, undo);
    final Table<String, Conflict> conflicts = new Table<>(Comparator.naturalOrder(), undo);
    final Table<DueKey, DueRow> due = new Table<>(DueKey.ORDER, undo);

    final Table<ContactId, List<Fact>> facts = new Table<>(Comparator.naturalOrder(), undo);
    final Table<InteractionId, Map<String, Reading>> readings =
            new Table<>(Comparator.comparing(InteractionId::value, IDS), undo);
    final Table<String, ReadUpTo> readUpTo = new Table<>(Comparator.naturalOrder(), undo);
    final Table<String, Long> spent = new Table<>(Comparator.naturalOrder(), undo);

    final MemoryTombstones erased = new MemoryTombstones(undo);
    final MemoryConsents.Kept consents = new MemoryConsents.Kept(undo);
    final Table<UUID, BulkJob> bulks = new Table<>(IDS, undo);
    final Table<BulkKey, Optional<BulkOutcome>> bulkContacts = new Table<>(BulkKey.ORDER, undo);

    /** A contact that a bulk job chose. */
    record BulkKey(BulkId job, ContactId contact) {
        static final Comparator<BulkKey> ORDER =
                Comparator.comparing((BulkKey key) -> key.job().value(), IDS).thenComparing(BulkKey::contact);
    }

    record DueKey(UUID subject, DueKind kind) {
        static final Comparator<DueKey> ORDER =
                Comparator.comparing(DueKey::subject, IDS).thenComparing(DueKey::kind);
    }

    /** Due work; {@code error} is set while it is parked. */
    record DueRow(
            Due due,
            int generation,
            int attempts,
            boolean leased,
            @Nullable String error) {}

    final Table<UUID, Sending> sendings = new Table<>(IDS, undo);
    final Table<UUID, PersonRequest> requests = new Table<>(IDS, undo);
    final Streams streams = new Streams(undo);
    final Members members = new Members(undo);
    final MemoryReports reports = new MemoryReports(undo);
    final MemoryMoves moves = new MemoryMoves(undo);
    final Table<ContactId, Added> added = new Table<>(Comparator.naturalOrder(), undo);
    final Table<ContactId, Patronage> patronages = new Table<>(Comparator.naturalOrder(), undo);

    /** What was done with whose data, the oldest first. */
    final Table<AuditTrail.Cursor, AuditEntry> audit = new Table<>(AUDIT, undo);

    /** What of it no link has. */
    final Table<AuditTrail.Cursor, AuditEntry> unsealed = new Table<>(AUDIT, undo);

    final Table<Long, AuditLink> links = new Table<>(Comparator.naturalOrder(), undo);

    /** The end of the chain, under its only key. */
    final Table<String, AuditChain.End> chain = new Table<>(Comparator.naturalOrder(), undo);

    final Table<String, AuditChain.Beginning> chainBegins = new Table<>(Comparator.naturalOrder(), undo);

    final Table<SegmentKey, SmartList> smartLists = new Table<>(Comparator.naturalOrder(), undo);
    final Table<UUID, MergeRow> merges = new Table<>(IDS, undo);

    /** Pairs said not to be one. */
    final Table<Pair, DismissalRow> dismissals = new Table<>(Comparator.naturalOrder(), undo);

    /** That two contacts are two, in spite of what. */
    record DismissalRow(String evidence, String by, Instant at) {}

    /** A merge that stands, with what had been added to either; what was undone is of no use here. */
    record MergeRow(Merge merge, Merge.Before before, Added survivors, Added absorbeds) {}

    /** A contact; {@code into} is set once another absorbed it. */
    record ContactRow(Naming naming, @Nullable ContactId into) {}

    /** All of it as it is now; what is in the tables never changes. */
    TenantState copy() {
        TenantState copy = new TenantState();
        copy.contacts.fill(contacts);
        copy.identifiers.fill(identifiers);
        copy.holdings.fill(holdings);
        copy.statements.fill(statements);
        copy.entries.fill(entries);
        copy.byRef.fill(byRef);
        copy.timeline.fill(timeline);
        copy.conversations.fill(conversations);
        copy.lines.fill(lines);
        copy.parked.fill(parked);
        copy.setAsides.fill(setAsides);
        copy.conflicts.fill(conflicts);
        copy.due.fill(due);
        copy.facts.fill(facts);
        copy.readings.fill(readings);
        copy.readUpTo.fill(readUpTo);
        copy.spent.fill(spent);
        copy.added.fill(added);
        copy.patronages.fill(patronages);
        copy.smartLists.fill(smartLists);
        copy.merges.fill(merges);
        copy.dismissals.fill(dismissals);
        copy.audit.fill(audit);
        copy.unsealed.fill(unsealed);
        copy.links.fill(links);
        copy.chain.fill(chain);
        copy.chainBegins.fill(chainBegins);
        copy.erased.fill(erased);
        copy.consents.fill(consents);
        copy.sendings.fill(sendings);
        copy.requests.fill(requests);
        copy.reports.fill(reports);
        return copy;
    }

    Added added(ContactId contact) {
        return Objects.requireNonNullElse(added.get(contact), Added.NOTHING);
    }

    record EntryRow(Interaction interaction, MatchKey route) {}

    /** Where an interaction stands in its contact's timeline. */
    record TimelineKey(ContactId contact, Instant at, UUID id) {
        static final Comparator<TimelineKey> ORDER = Comparator.comparing(TimelineKey::contact)
                .thenComparing(TimelineKey::at)
                .thenComparing(TimelineKey::id, IDS);
    }

    /** Where a conversation stands on its contact's line to an account. */
    record LineKey(ContactId contact, ChannelAccount account, Instant openedAt, UUID id) {
        static final Comparator<LineKey> ORDER = Comparator.comparing(LineKey::contact)
                .thenComparing(LineKey::account, ACCOUNTS)
                .thenComparing(LineKey::openedAt)
                .thenComparing(LineKey::id, IDS);
    }

    /** The same for all that say the same, so that the earlier can take the later one's place. */
    static String statementKey(IdentityStatement s) {
        return keys(s.now()) + "<" + keys(s.before()) + (s.listed() ? "!" : "") + (s.countsEachTime() ? s.at() : "");
    }

    private static String keys(Set<MatchKey> keys) {
        StringBuilder text = new StringBuilder();
        keys.stream()
                .sorted()
                .forEach(k -> text.append(k.scheme())
                        .append('|')
                        .append(k.scope())
                        .append('|')
                        .append(k.key())
                        .append('\n'));
        return text.toString();
    }

    void put(Interaction interaction, MatchKey route) {
        EntryRow old = entries.get(interaction.id());
        if (old != null) {
            timeline.remove(key(old.interaction()));
        }
        entries.put(interaction.id(), new EntryRow(interaction, route));
        byRef.put(interaction.occurrence().ref(), interaction.id());
        timeline.put(key(interaction), interaction.id());
    }

    void put(Conversation conversation) {
        remove(conversation.id());
        conversations.put(conversation.id(), conversation);
        lines.put(key(conversation), conversation.id());
    }

    void remove(ConversationId id) {
        Conversation old = conversations.get(id);
        if (old != null) {
            conversations.remove(id);
            lines.remove(key(old));
        }
    }

    /** A contact's interactions in time order. */
    NavigableMap<TimelineKey, InteractionId> timeline(ContactId contact) {
        return timeline.rows()
                .subMap(
                        new TimelineKey(contact, Instant.MIN, FIRST),
                        true,
                        new TimelineKey(contact, Instant.MAX, LAST),
                        true);
    }

    /** A contact's interactions and how they came, in time order. */
    List<EntryRow> entriesOf(ContactId contact) {
        return timeline(contact).values().stream()
                .map(id -> Objects.requireNonNull(entries.get(id)))
                .toList();
    }

    /** A contact's conversations, by account and then by time. */
    List<Conversation> conversationsOf(ContactId contact) {
        ChannelAccount any = new ChannelAccount("0", "!");
        return lines.rows().tailMap(new LineKey(contact, any, Instant.MIN, FIRST), true).entrySet().stream()
                .takeWhile(line -> line.getKey().contact().equals(contact))
                .map(line -> Objects.requireNonNull(conversations.get(line.getValue())))
                .toList();
    }

    /** Follows absorptions to the survivor. */
    ContactId survivor(ContactId id) {
        ContactRow row = contacts.get(id);
        return row == null || row.into() == null ? id : survivor(row.into());
    }

    private static TimelineKey key(Interaction interaction) {
        return new TimelineKey(
                interaction.occurrence().contact(),
                interaction.occurredAt(),
                interaction.id().value());
    }

    private static LineKey key(Conversation c) {
        return new LineKey(c.contact(), c.account(), c.openedAt(), c.id().value());
    }
}
