package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.contact.Activity;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.profile.ConversationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything a tenant has, read through the library. */
record Stored(List<Person> people) {
    /** One contact with all that happened. */
    record Person(ContactSummary summary, List<Interaction> entries, List<ConversationView> conversations) {}

    static Stored of(CrmSession session) {
        return new Stored(all(cursor -> session.contacts(cursor, 1000)).stream()
                .map(summary -> new Person(
                        summary,
                        all(cursor -> session.timeline(summary.id(), cursor, 1000)),
                        all(cursor -> session.conversations(summary.id(), cursor, 1000))))
                .toList());
    }

    private static <T> List<T> all(Function<String, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        Page<T> page = pages.apply(null);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = pages.apply(page.next().get());
            all.addAll(page.items());
        }
        return all;
    }

    List<String> providerIds() {
        return people.stream()
                .flatMap(person -> person.entries().stream())
                .map(entry -> entry.occurrence().ref().id())
                .toList();
    }

    /** Fails if anything is there twice or in part: figures that differ from the rows, entries without conversation. */
    Stored assertWhole() {
        assertThat(providerIds()).as("each message once").doesNotHaveDuplicates();
        people.forEach(Stored::assertWhole);
        return this;
    }

    private static void assertWhole(Person person) {
        List<Interaction> entries = person.entries();
        Activity counted = person.summary().activity();
        assertThat(counted.interactions()).as("counter").isEqualTo(entries.size());
        assertThat(counted.fromCustomer()).as("customer's").isEqualTo(count(entries, Author.CUSTOMER));
        assertThat(counted.fromBusiness())
                .as("business's")
                .isEqualTo(count(entries, Author.BOT) + count(entries, Author.AGENT));
        if (!entries.isEmpty()) {
            assertThat(counted.last()).isEqualTo(entries.get(0).occurredAt());
            assertThat(counted.first())
                    .isEqualTo(entries.get(entries.size() - 1).occurredAt());
        }
        Set<ConversationId> used = entries.stream()
                .filter(Interaction::threaded)
                .map(e -> e.occurrence().conversation())
                .collect(Collectors.toSet());
        assertThat(person.conversations().stream().map(v -> v.conversation().id()))
                .as("conversations")
                .containsExactlyInAnyOrderElementsOf(used);
        person.conversations().stream()
                .map(ConversationView::conversation)
                .collect(Collectors.groupingBy(Conversation::account))
                .forEach((account, line) -> assertThat(line.stream().filter(Conversation::latest))
                        .as("latest of " + account)
                        .hasSize(1));
    }

    private static int count(List<Interaction> entries, Author author) {
        return (int) entries.stream()
                .filter(e -> e instanceof Message && e.author() == author)
                .count();
    }

    /** What a reader would see of it, without the ids that differ from run to run. */
    String told() {
        Set<String> told = new TreeSet<>();
        for (Person person : people) {
            StringBuilder text = new StringBuilder();
            text.append(person.summary().contact().displayName().orElse("-"));
            person.summary()
                    .contact()
                    .identifiers()
                    .forEach(i -> text.append(' ').append(i.value()));
            text.append(' ').append(person.summary().activity());
            for (Interaction entry : person.entries()) {
                text.append("\n  ").append(entry.occurrence().ref().id());
                text.append(' ').append(entry.author()).append(' ').append(entry.occurredAt());
                text.append(' ').append(entry.content().text());
                text.append(entry instanceof Message m ? " " + m.state() + m.reactions() : "");
                text.append(" in ").append(index(person, entry));
            }
            told.add(text.toString());
        }
        return String.join("\n", told);
    }

    private static int index(Person person, Interaction entry) {
        return person.conversations().stream()
                .map(view -> view.conversation().id())
                .toList()
                .indexOf(entry.occurrence().conversation());
    }
}
