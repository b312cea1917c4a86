package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.UnknownCursor;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.due.DueKind;
import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.Reply;
import io.crmkit.interaction.StatusReached;
import io.crmkit.search.SearchHit;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * An application that captures canaries wherever something personal can be, says everything it gets back and every
 * failure on its standard error, and logs all that any library has to say.
 */
final class CanaryHost {
    /** With thirty kinds, more than a thousand canaries. */
    static final int PEOPLE = 34;

    /** What is put where; for each person one of a kind. */
    static final List<String> KINDS = List.of(
            "name",
            "username",
            "number",
            "number-before",
            "user-id",
            "user-id-before",
            "email",
            "provider-id",
            "waiting-id",
            "text",
            "edit",
            "caption",
            "file-name",
            "media-id",
            "raw",
            "error-title",
            "error-details",
            "quoted",
            "reply",
            "form",
            "card",
            "place",
            "referral",
            "sender",
            "set-aside",
            "event",
            "note",
            "tag",
            "insurer",
            "fact",
            "request",
            "typed",
            "appointment",
            "service");

    /** Every kind is searched for, but not everybody of a kind: what a search says does not depend on whom it is about. */
    private static final int SOUGHT = 3;

    private CanaryHost() {}

    static List<Canary> canaries() {
        return KINDS.stream().flatMap(kind -> of(kind).stream()).toList();
    }

    static List<Canary> soughtCanaries() {
        return KINDS.stream()
                .flatMap(kind -> of(kind).subList(0, SOUGHT).stream())
                .toList();
    }

    private static List<Canary> of(String kind) {
        // Numbers of every kind are made of digits.
        return Canary.of(kind, PEOPLE).stream()
                .map(canary -> kind.startsWith("number-") ? new Canary(kind, digits(canary.needle())) : canary)
                .toList();
    }

    private static String digits(String letters) {
        StringBuilder digits = new StringBuilder();
        letters.chars().forEach(c -> digits.append((char) ('0' + (c - 'a') % 10)));
        return digits.toString();
    }

    /** Its arguments: the JDBC URL, the user, the password, the keyset file to make. */
    public static void main(String[] args) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername(args[1]);
        config.setPassword(args[2]);
        try (HikariDataSource pool = new HikariDataSource(config);
                JpaStorage storage = JpaStorage.on(pool, KeysetFile.create(Path.of(args[3])), SchemaMode.CREATE)) {
            Crm telling = Blabbing.toldBy(storage);
            CrmSession clinic = telling.as(Clinic.on(storage).actor());
            for (int person = 0; person < PEOPLE; person++) {
                for (InboundEvent event : events(person)) {
                    System.err.println(event);
                    System.err.println(clinic.capture(event));
                }
            }
            added(clinic);
            telling.dueWork().runDue();
            System.err.println(clinic.events().parked(10));
            read(storage, clinic);
            for (Stored.Person person : Stored.of(clinic).assertWhole().people()) {
                System.err.println(person);
                System.err.println(clinic.profile(person.summary().id()));
            }
            System.err.println(clinic.keptAside(null, 1_000));
            sought(clinic);
            fail(pool, clinic);
        }
    }

    /** Every text becomes a fact, a person states one, and an extractor breaks with the words in its mouth. */
    private static void read(JpaStorage storage, CrmSession clinic) {
        List<ContactSummary> contacts = clinic.contacts(null, 1_000).items();
        for (boolean broken : new boolean[] {false, true}) {
            Crm crm = Crm.create(storage).extractor(new Quoting(broken)).build();
            contacts.forEach(
                    contact -> crm.as(clinic.actor()).verdicts().readAgain(contact.id(), DueKind.EXTRACT_BY_RULES));
            crm.dueWork().runDue();
        }
        int facts = 0;
        for (ContactSummary contact : contacts) {
            facts += clinic.facts(contact.id()).size();
            String stated = of("fact").get(facts % PEOPLE).needle();
            clinic.verdicts().state(contact.id(), FactType.COMPANY, "", new FactValue.Text(stated));
            System.err.println(clinic.facts(contact.id()));
            System.err.println(clinic.assist(contact.id(), 500));
            System.err.println(clinic.handoff(contact.id()));
        }
        if (facts < PEOPLE) {
            throw new AssertionError("There are " + facts + " facts");
        }
    }

    /** Canaries are searched for as words, names and attributes, and everybody is compared with everybody alike. */
    private static void sought(CrmSession clinic) {
        int found = 0;
        for (Canary canary : soughtCanaries()) {
            Page<SearchHit> messages = clinic.searchMessages(canary.needle(), null, 10);
            Page<SearchHit> contacts = clinic.searchContacts(canary.needle(), null, 10);
            found += messages.items().size() + contacts.items().size();
            System.err.println(messages);
            System.err.println(contacts);
            Criterion insurer = new Criterion.AttributeIs("insurer", AttributeValue.of(canary.needle()));
            System.err.println(insurer);
            System.err.println(clinic.contacts(ContactQuery.of(insurer), null, 10));
            try {
                clinic.searchMessages("hola", canary.needle(), 10);
            } catch (UnknownCursor foreign) {
                foreign.printStackTrace();
            }
        }
        if (found < SOUGHT) {
            throw new AssertionError("There are " + found + " hits");
        }
        System.err.println(clinic.duplicates().page(null, 100));
        for (ContactSummary contact : clinic.contacts(null, 10).items()) {
            System.err.println(clinic.duplicates().of(contact.id()));
        }
    }

    private static void added(CrmSession clinic) {
        List<ContactSummary> contacts = clinic.contacts(null, 1_000).items();
        for (int person = 0; person < PEOPLE; person++) {
            ContactId contact = contacts.get(person).id();
            clinic.note(contact, of("note").get(person).needle());
            clinic.tag(contact, Tag.of(of("tag").get(person).needle()));
            clinic.set(
                    contact,
                    "insurer",
                    AttributeValue.of(of("insurer").get(person).needle()));
            String tag = of("tag").get(person).needle();
            System.err.println(clinic.bulk()
                    .start(new BulkRequest(
                            of("request").get(person).needle(),
                            new BulkAction.TakeTags(Set.of(Tag.of(tag + "x"))),
                            new Chosen.All(
                                    Criterion.text(of("typed").get(person).needle())))));
        }
    }

    private static List<InboundEvent> events(int person) {
        Iterator<String> next =
                KINDS.stream().map(kind -> of(kind).get(person).needle()).iterator();
        String name = next.next();
        String username = next.next();
        Identifier number = Identifier.phone("598" + next.next());
        Identifier numberBefore = Identifier.phone("598" + next.next());
        Identifier user = Identifier.whatsAppUser("portfolio-1", "UY." + next.next());
        Identifier userBefore = Identifier.whatsAppUser("portfolio-1", "UY." + next.next());
        Identifier email = Identifier.email(next.next() + "@example.org");
        String id = "wamid." + next.next();
        String waiting = "wamid." + next.next();
        Party before = new Party(List.of(numberBefore), List.of(), name, username);
        Party byUser = new Party(List.of(userBefore), List.of(), name, username);
        Party both = new Party(List.of(numberBefore, userBefore, email), List.of(), name, username);
        Party after = new Party(List.of(number, user), List.of(numberBefore, userBefore), name, username);
        String text = next.next();
        Content edit = Content.text(next.next());
        Content rich = rich(next);
        ProviderError error = rich.errors().get(0);
        String raw = next.next();
        String event = next.next();
        List<InboundEvent> events = new ArrayList<>();
        events.add(MessageEvent.received(Clinic.ref(id), before, Clinic.minute(0), Content.text(text)));
        events.add(MessageEvent.received(Clinic.ref(id + "u"), byUser, Clinic.minute(1), Content.text(text)));
        events.add(MessageEvent.received(Clinic.ref(id + "b"), both, Clinic.minute(2), rich));
        events.add(Clinic.answered(before, id + "a", 3, text));
        events.add(new UpdateEvent(
                Clinic.ref(id + "a"), before, new StatusReached(DeliveryState.FAILED, Clinic.minute(4), error)));
        events.add(new UpdateEvent(Clinic.ref(waiting), before, new MessageEdited(Clinic.minute(5), edit)));
        events.add(new UpdateEvent(Clinic.ref(id), before, new MessageEdited(Clinic.minute(5), edit)));
        events.add(new HappeningEvent(
                Clinic.ref(event), before, EventKind.CHANNEL_NOTICE, Clinic.minute(6), Content.text(event)));
        events.add(MessageEvent.received(Clinic.ref(id + "n"), before, Clinic.minute(600), Content.text(text)));
        events.add(new IdentityEvent(Clinic.WHATSAPP, after, Clinic.minute(300), false));
        events.add(MessageEvent.sent(Clinic.ref(waiting), after, Author.AGENT, Clinic.minute(700), edit));
        events.add(new Unreadable("whatsapp", "", "unknown field", raw));
        String appointment = of("appointment").get(person).needle();
        events.add(
                Clinic.booked(before, appointment, 8, of("service").get(person).needle()));
        return events;
    }

    private static Content rich(Iterator<String> next) {
        String caption = next.next();
        Attachment file = new Attachment("image", null, "image/jpeg", null, next.next() + ".jpg");
        Attachment sent = new Attachment("image", next.next(), "image/jpeg", null, null);
        String raw = "{\"caption\":\"" + next.next() + "\"}";
        ProviderError error = new ProviderError(131051, next.next(), next.next());
        String quoted = next.next();
        Reply reply = new Reply("nfm_reply", null, next.next(), "{\"answer\":\"" + next.next() + "\"}");
        String card = next.next();
        String place = next.next();
        return new Content(
                "image",
                caption,
                List.of(file, sent),
                reply,
                List.of(new Card(card, null, List.of(card), List.of(card), false)),
                new Place(-34.6, -58.4, place, place),
                new Referral("ad", null, null, next.next(), null, null, null),
                "wamid." + quoted,
                false,
                List.of(error),
                next.next(),
                raw);
    }

    /** Failures say what failed, and not what it was about. */
    private static void fail(HikariDataSource pool, CrmSession clinic) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("crm_contact_activity", "crm_conversation", "crm_pending_update")) {
                statement.execute("alter table " + table + " rename to crm_hidden");
                for (InboundEvent event : events(0)) {
                    try {
                        clinic.capture(event, Clinic.wrote(Clinic.somebody(1), "new " + table, 1, "Hola"));
                    } catch (RuntimeException failure) {
                        failure.printStackTrace();
                    }
                }
                statement.execute("alter table crm_hidden rename to " + table);
            }
        }
    }
}
