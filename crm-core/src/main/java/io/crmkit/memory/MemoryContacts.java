package io.crmkit.memory;

import io.crmkit.contact.Activity;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Contacts;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Pair;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.memory.TenantState.ContactRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contact list of one tenant in memory. */
record MemoryContacts(TenantState state) implements Contacts {
    private static final Comparator<ContactSummary> BY_FIRST_CONTACT =
            Comparator.comparing(MemoryContacts::first).thenComparing(ContactSummary::id);

    @Override
    public Optional<ContactSummary> find(ContactId id) {
        ContactId survivor = state.survivor(id);
        return Optional.ofNullable(state.contacts.get(survivor))
                .filter(row -> !MemoryRestrictions.restricted(state, survivor))
                .map(row -> summary(survivor, row));
    }

    @Override
    public Optional<ContactId> holder(List<MatchKey> keys) {
        return keys.stream().map(this::holderNow).flatMap(Optional::stream).findFirst();
    }

    private Optional<ContactId> holderNow(MatchKey key) {
        List<Holding<ContactId>> holdings = state.holdings.get(key);
        return holdings == null
                ? Optional.empty()
                : Optional.ofNullable(holdings.get(holdings.size() - 1).holder());
    }

    @Override
    public List<ContactSummary> byFirstContact(@Nullable Cursor after, int limit) {
        return all().filter(summary -> after == null || comesAfter(summary, after))
                .sorted(BY_FIRST_CONTACT)
                .limit(limit)
                .toList();
    }

    /** Those that nobody absorbed. */
    Stream<ContactSummary> all() {
        return state.contacts.rows().entrySet().stream()
                .filter(contact -> contact.getValue().into() == null)
                .filter(contact -> !MemoryRestrictions.restricted(state, contact.getKey()))
                .map(contact -> summary(contact.getKey(), contact.getValue()));
    }

    private static boolean comesAfter(ContactSummary summary, Cursor cursor) {
        int age = first(summary).compareTo(cursor.first() == null ? Instant.MAX : cursor.first());
        return age > 0 || age == 0 && summary.id().compareTo(cursor.id()) > 0;
    }

    private static Instant first(ContactSummary summary) {
        return summary.activity().firstContactAt().orElse(Instant.MAX);
    }

    @Override
    public List<ContactId> conflictsOf(ContactId id) {
        return state.conflicts.rows().values().stream()
                .map(conflict -> List.of(state.survivor(conflict.one()), state.survivor(conflict.other())))
                .filter(pair -> pair.contains(id))
                .map(pair -> pair.get(0).equals(id) ? pair.get(1) : pair.get(0))
                .distinct()
                .toList();
    }

    @Override
    public List<Pair> conflicts(@Nullable Pair after, int limit) {
        return state.conflicts.rows().values().stream()
                .map(conflict -> List.of(state.survivor(conflict.one()), state.survivor(conflict.other())))
                .filter(both -> !both.get(0).equals(both.get(1)))
                .map(both -> Pair.of(both.get(0), both.get(1)))
                .distinct()
                .filter(pair -> after == null || pair.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    private ContactSummary summary(ContactId id, ContactRow row) {
        Added added = state.added(id);
        ContactStatus set = added.status();
        ContactStatus status = set == null ? ContactStatus.ACTIVE : set;
        return new ContactSummary(
                new Contact(id, status, set != null, row.naming(), identifiers(id)), activity(id), added.tags());
    }

    private List<Identifier> identifiers(ContactId id) {
        return state.holdings.rows().keySet().stream()
                .filter(key -> holderNow(key).filter(id::equals).isPresent())
                .map(state.identifiers::get)
                .filter(Objects::nonNull)
                .sorted(Contact.IDENTIFIER_ORDER)
                .toList();
    }

    private Activity activity(ContactId id) {
        List<Interaction> all = state.timeline(id).values().stream()
                .map(state.entries::get)
                .flatMap(Stream::ofNullable)
                .map(TenantState.EntryRow::interaction)
                .toList();
        if (all.isEmpty()) {
            return Activity.NONE;
        }
        List<Message> messages = all.stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .toList();
        long fromBusiness = messages.stream().filter(m -> m.author().business()).count();
        long fromCustomer =
                messages.stream().filter(m -> m.author() == Author.CUSTOMER).count();
        return new Activity(
                all.get(0).occurredAt(), all.get(all.size() - 1).occurredAt(), all.size(), (int) fromCustomer, (int)
                        fromBusiness);
    }
}
