package io.crmkit.memory;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.duplicate.Candidate;
import io.crmkit.duplicate.Census;
import io.crmkit.duplicate.Mark;
import io.crmkit.duplicate.Marks;
import io.crmkit.search.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The marks of one tenant's contacts in memory, made anew from every contact. */
record MemoryMarks(TenantState state) implements Marks {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    @Override
    public long place(Mark mark) {
        long hash = mark.text().chars().asLongStream().reduce(7, (sum, c) -> (sum ^ c) * PRIME ^ sum >>> 29);
        return mark.kind().place(hash * PRIME);
    }

    @Override
    public Stretch groups(long from, int rows, int most) {
        List<Group> groups = new ArrayList<>();
        int seen = 0;
        for (Map.Entry<Long, Set<ContactId>> each : all().tailMap(from, true).entrySet()) {
            if (seen >= rows) {
                return new Stretch(groups, OptionalLong.of(each.getKey()));
            }
            seen += each.getValue().size();
            add(groups, each.getKey(), each.getValue(), most);
        }
        return new Stretch(groups, OptionalLong.empty());
    }

    @Override
    public List<Group> groups(Collection<Long> places, int most) {
        Map<Long, Set<ContactId>> all = all();
        List<Group> groups = new ArrayList<>();
        new TreeSet<>(places).forEach(place -> add(groups, place, all.getOrDefault(place, Set.of()), most));
        return groups;
    }

    private static void add(List<Group> groups, long place, Set<ContactId> contacts, int most) {
        if (contacts.size() > 1 && contacts.size() <= most) {
            groups.add(new Group(place, List.copyOf(contacts)));
        }
    }

    private NavigableMap<Long, Set<ContactId>> all() {
        NavigableMap<Long, Set<ContactId>> all = new TreeMap<>();
        new MemoryContacts(state)
                .all()
                .forEach(contact -> Mark.of(candidate(contact))
                        .forEach(mark -> all.computeIfAbsent(place(mark), p -> new TreeSet<>())
                                .add(contact.id())));
        return all;
    }

    @Override
    public Census census(Set<String> words) {
        Map<String, Integer> bearers = new HashMap<>();
        Set<Term> asked = new HashSet<>();
        words.forEach(word -> asked.add(Term.beginning(word)));
        List<Contact> contacts =
                new MemoryContacts(state).all().map(ContactSummary::contact).toList();
        Map<Term, Integer> counts = new HashMap<>();
        for (Contact contact : contacts) {
            Set<Term> terms = Term.of(contact.naming());
            terms.retainAll(asked);
            terms.forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        words.forEach(word ->
                bearers.put(word, Math.min(counts.getOrDefault(Term.beginning(word), 0), Census.MOST_BEARERS)));
        return new Census(Math.min(contacts.size(), Census.MOST_CONTACTS), bearers);
    }

    @Override
    public Map<ContactId, Candidate> candidates(Collection<ContactId> ids) {
        Map<ContactId, Candidate> candidates = new TreeMap<>();
        MemoryContacts contacts = new MemoryContacts(state);
        for (ContactId id : ids) {
            if (state.survivor(id).equals(id)) {
                contacts.find(id).ifPresent(contact -> candidates.put(id, candidate(contact)));
            }
        }
        return candidates;
    }

    private Candidate candidate(ContactSummary contact) {
        return new Candidate(
                contact, Candidate.telling(Objects.requireNonNullElse(state.facts.get(contact.id()), List.of())));
    }
}
