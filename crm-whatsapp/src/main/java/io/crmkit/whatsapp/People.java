package io.crmkit.whatsapp;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Matching;
import io.crmkit.contact.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The contacts a change lists beside its messages. They are joined by id, never by their place in the list: by user id,
 * else by phone, else by the phone's match key, since a number may be written in two ways. Used by one change.
 */
final class People {
    private static final Matching MATCHING = Matching.standard();
    private static final int LONGEST_NAME = 512;

    private final String scope;
    private final Map<String, Person> byUserId = new HashMap<>();
    private final Map<String, Person> byPhone = new HashMap<>();
    private final Map<MatchKey, Person> byMatchKey = new HashMap<>();
    private final Set<Person> unclaimed = new LinkedHashSet<>();

    private record Person(
            Address address,
            @Nullable String name,
            @Nullable String username) {
        /** Without anything, since all of it is personal. */
        @Override
        public String toString() {
            return "Person";
        }
    }

    People(List<JsonNode> contacts, String scope) {
        this.scope = scope;
        contacts.forEach(this::add);
    }

    private void add(JsonNode contact) {
        JsonNode profile = contact.path("profile");
        introduce(
                Address.read(contact, "wa_id", "user_id", "parent_user_id"),
                name(Fields.text(profile, "name")),
                username(profile));
    }

    /** Adds somebody the change speaks of elsewhere; of two who share an id the first counts. */
    void introduce(Address address, @Nullable String name, @Nullable String username) {
        if (address.isNobody() || find(address) != null) {
            return;
        }
        Person person = new Person(address, name, username);
        unclaimed.add(person);
        if (address.userId() != null) {
            byUserId.putIfAbsent(address.userId(), person);
        }
        if (address.phone() != null) {
            byPhone.putIfAbsent(address.phone(), person);
            byMatchKey.putIfAbsent(key(address.phone()), person);
        }
    }

    /** A name of a length that names have. */
    static @Nullable String name(@Nullable String told) {
        return told == null ? null : Text.cut(told, LONGEST_NAME);
    }

    /** The username without the sign it is sometimes written with. */
    static @Nullable String username(JsonNode node) {
        String told = Fields.text(node, "username");
        if (told == null) {
            return null;
        }
        String bare = told.strip();
        bare = bare.startsWith("@") ? bare.substring(1) : bare;
        return bare.isEmpty() ? null : name(bare);
    }

    /** Whoever has this address, with all that the list says of them; empty if the address is nobody's. */
    Optional<Party> party(Address told) {
        Person person = find(told);
        if (person == null) {
            return party(told, null, null);
        }
        unclaimed.remove(person);
        return party(joined(told, person.address), person.name, person.username);
    }

    private @Nullable Person find(Address told) {
        Person person = told.userId() == null ? null : byUserId.get(told.userId());
        if (person == null && told.phone() != null) {
            person = byPhone.get(told.phone());
            return person == null ? byMatchKey.get(key(told.phone())) : person;
        }
        return person;
    }

    /** The message's own word counts, but of two ways to write one number the one the platform answers to. */
    private static Address joined(Address told, Address listed) {
        Address joined = told.or(listed);
        if (told.userId() != null && listed.userId() != null && !told.userId().equals(listed.userId())) {
            joined = told;
        }
        boolean writtenTwice =
                joined.phone() != null && listed.phone() != null && sameNumber(joined.phone(), listed.phone());
        return writtenTwice ? joined.withPhone(listed.phone()) : joined;
    }

    private Optional<Party> party(Address address, @Nullable String name, @Nullable String username) {
        return address.isNobody()
                ? Optional.empty()
                : Optional.of(new Party(address.identifiers(scope), List.of(), name, username));
    }

    /** The one person listed; nobody if there are several. */
    Address only() {
        return unclaimed.size() == 1 ? unclaimed.iterator().next().address : Address.NOBODY;
    }

    /** Whom the list speaks of and no message does. */
    List<Party> unclaimed() {
        List<Party> parties = new ArrayList<>();
        unclaimed.forEach(
                person -> party(person.address, person.name, person.username).ifPresent(parties::add));
        return parties;
    }

    static boolean sameNumber(String one, String other) {
        return key(one).equals(key(other));
    }

    private static MatchKey key(String phone) {
        return MATCHING.canonical(Identifier.phone(phone));
    }
}
