package io.crmkit.export.pdf;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Patronage;
import io.crmkit.appointment.Payment;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Note;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Scheme;
import io.crmkit.dossier.Dossier;
import io.crmkit.insight.Decision;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Support;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a contact: who it is, what it said of itself and where, what it booked, what was written down. */
final class Sheet {
    private static final float SIZE = 9.5f;
    private static final float LABEL = 125;

    private final Paper paper;
    private final Words words;

    Sheet(Paper paper, Words words) {
        this.paper = paper;
        this.words = words;
    }

    /** What a contact is called, or else known by. */
    static String name(Contact contact, Words words) {
        return contact.displayName()
                .filter(name -> !name.isBlank())
                .or(() -> contact.identifiers().stream().findFirst().map(Sheet::shown))
                .orElseGet(() -> words.get("nameless"));
    }

    static String shown(Identifier identifier) {
        return identifier.scheme().equals(Scheme.PHONE) ? PhoneDisplay.of(identifier) : identifier.value();
    }

    void draw(Dossier dossier, History history) throws IOException {
        ContactSummary summary = dossier.summary();
        Contact contact = summary.contact();
        paper.title(name(contact, words), 20);
        for (Identifier identifier : contact.identifiers()) {
            pair(words.scheme(identifier.scheme()), shown(identifier));
        }
        if (contact.username().isPresent()) {
            pair(words.get("username"), contact.username().get());
        }
        pair(words.get("status"), words.of("status", summary.status()));
        pair(words.get("firstContact"), words.moment(summary.activity().first()));
        pair(words.get("lastContact"), words.moment(summary.activity().last()));
        pair(words.get("interactions"), Integer.toString(summary.activity().interactions()));
        if (!summary.tags().isEmpty()) {
            pair(
                    words.get("tags"),
                    summary.tags().stream().map(tag -> tag.name()).collect(Collectors.joining(" · ")));
        }
        for (Map.Entry<String, AttributeValue> each : new TreeMap<>(dossier.attributes()).entrySet()) {
            pair(each.getKey(), words.value(each.getValue()));
        }
        new Plots(paper, words, history).draw();
        facts(dossier.facts());
        bookings(history.patronage());
        notes(dossier.notes());
    }

    void pair(String label, String value) throws IOException {
        List<String> lines = paper.face().lines(value, SIZE, Paper.WIDTH - LABEL);
        paper.need(SIZE * 1.5f);
        paper.text(
                Paper.LEFT,
                paper.y() - SIZE * 1.3f,
                SIZE,
                Ink.QUIET,
                paper.face().cut(label, SIZE, LABEL - 8));
        for (String line : lines) {
            paper.need(SIZE * 1.5f);
            paper.down(SIZE * 1.45f);
            paper.text(Paper.LEFT + LABEL, paper.y() + SIZE * 0.15f, SIZE, Ink.TEXT, line);
        }
    }

    private void section(String title) throws IOException {
        paper.need(70);
        paper.down(14);
        paper.title(title, 11.5f);
    }

    private void facts(List<Fact> facts) throws IOException {
        if (facts.isEmpty()) {
            return;
        }
        section(words.get("facts"));
        Grid grid = new Grid(paper, 0.2f, 0.26f, 0.14f, 0.4f);
        grid.heading(words.list("factHeadings"));
        for (Fact fact : facts) {
            grid.row(List.of(
                    words.of("fact", fact.matter().type()),
                    fact.matter().value().text(),
                    words.of("standing", fact.state()),
                    source(fact)));
        }
        grid.end();
    }

    private String source(Fact fact) {
        Stream<String> said = fact.support().stream().map(this::source);
        Stream<String> decided = fact.decisions().stream().map(this::source);
        return Stream.concat(said, decided).collect(Collectors.joining("\n"));
    }

    private String source(Support support) {
        return "“" + support.quote() + "” · " + words.moment(support.saidAt()) + " · " + support.extractor();
    }

    private String source(Decision decision) {
        return words.of("verdict", decision.verdict()) + " · " + decision.by() + " · " + words.moment(decision.at());
    }

    private void bookings(Patronage patronage) throws IOException {
        if (!patronage.appointments().isEmpty()) {
            section(words.get("appointments"));
            Grid grid = new Grid(paper, 0.24f, 0.24f, 0.18f, 0.18f, 0.16f);
            grid.heading(words.list("appointmentHeadings"));
            for (Appointment each : patronage.appointments()) {
                grid.row(List.of(
                        words.moment(each.start()),
                        words.text(each.service()),
                        words.text(each.staff()),
                        words.of("appointment", each.status()),
                        each.price() == null
                                ? ""
                                : words.money(
                                        each.price().amount(), each.price().currency())));
            }
            grid.end();
        }
        if (!patronage.payments().isEmpty()) {
            section(words.get("payments"));
            Grid grid = new Grid(paper, 0.3f, 0.24f, 0.24f, 0.22f);
            grid.heading(words.list("paymentHeadings"));
            for (Payment each : patronage.payments()) {
                grid.row(List.of(
                        words.moment(each.at()),
                        words.of("payment", each.kind()),
                        words.text(each.purpose()),
                        words.money(each.money().amount(), each.money().currency())));
            }
            grid.end();
        }
    }

    private void notes(List<Note> notes) throws IOException {
        if (notes.isEmpty()) {
            return;
        }
        section(words.get("notes"));
        for (Note note : notes) {
            pair(words.moment(note.writtenAt()) + " · " + note.author(), note.text());
            paper.down(4);
        }
    }
}
