package io.crmkit.export.pdf;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Snapshot;
import io.crmkit.export.ExportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Contacts as a PDF, drawn as text: no scripts, links, files or anything else that does something. What the font lacks is
 * shown by its name. Pages wait in a folder of their own in the temporary one, which only its owner may read.
 *
 * @since 0.1
 */
public final class ContactsPdf implements ExportFormat {
    private final What what;
    private final Locale locale;

    private enum What {
        LIST,
        SHEETS,
        CONVERSATIONS,
        EVERYTHING
    }

    private ContactsPdf(What what, Locale locale) {
        this.what = what;
        this.locale = locale;
    }

    /** A line each. */
    public static ContactsPdf list(Locale language) {
        return new ContactsPdf(What.LIST, language);
    }

    /** What is known of each, from a page of its own on. */
    public static ContactsPdf sheets(Locale language) {
        return new ContactsPdf(What.SHEETS, language);
    }

    /** What was said with each, from a page of its own on. */
    public static ContactsPdf conversations(Locale language) {
        return new ContactsPdf(What.CONVERSATIONS, language);
    }

    /** Both: what somebody is entitled to know that is kept about them. */
    public static ContactsPdf everything(Locale language) {
        return new ContactsPdf(What.EVERYTHING, language);
    }

    @Override
    public String schema() {
        return "crm-contacts-pdf/1 " + what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public long write(Snapshot snapshot, OutputStream out, Each each) throws IOException {
        Words words = new Words(locale, snapshot.asOf().settings().zone());
        String title = words.get("title." + what.name().toLowerCase(Locale.ROOT));
        try (Booklet booklet = new Booklet(words, title, snapshot.asOf().now())) {
            Paper paper = booklet.paper();
            return new Drawing(paper, words, snapshot).draw(each) ? booklet.save(out) : paper.pages();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private final class Drawing {
        private final Paper paper;
        private final Words words;
        private final Snapshot snapshot;

        Drawing(Paper paper, Words words, Snapshot snapshot) {
            this.paper = paper;
            this.words = words;
            this.snapshot = snapshot;
        }

        /** Whether all of it was drawn. */
        boolean draw(Each each) throws IOException {
            Grid list = new Grid(paper, 0.27f, 0.22f, 0.15f, 0.1f, 0.1f, 0.16f);
            if (what == What.LIST) {
                paper.subject("");
                paper.title(words.get("title.list"), 18);
                list.heading(words.list("listHeadings"));
            }
            for (Dossier dossier : snapshot) {
                if (!each.more()) {
                    return false;
                }
                if (what == What.LIST) {
                    list.row(line(dossier.summary()));
                } else {
                    about(dossier);
                }
            }
            if (paper.pages() == 0) {
                paper.subject("");
            }
            return true;
        }

        private void about(Dossier dossier) throws IOException {
            ZoneId zone = snapshot.asOf().settings().zone();
            String name = Sheet.name(dossier.summary().contact(), words);
            paper.subject(name);
            if (what != What.CONVERSATIONS) {
                new Sheet(paper, words)
                        .draw(dossier, History.of(dossier, zone, snapshot.asOf().now()));
            }
            if (what != What.SHEETS && dossier.summary().activity().interactions() > 0) {
                paper.need(120);
                paper.down(14);
                paper.title(
                        what == What.EVERYTHING ? words.get("conversation") : name,
                        what == What.EVERYTHING ? 11.5f : 18);
                Talk talk = new Talk(paper, words, name);
                dossier.entries(entry -> {
                    try {
                        talk.draw(entry);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
            }
        }

        private List<String> line(ContactSummary summary) {
            Contact contact = summary.contact();
            return List.of(
                    Sheet.name(contact, words),
                    contact.identifiers().stream()
                            .filter(identifier -> identifier.scheme().equals(Scheme.PHONE)
                                    || identifier.scheme().equals(Scheme.EMAIL))
                            .map((Identifier identifier) -> Sheet.shown(identifier))
                            .collect(Collectors.joining("\n")),
                    words.moment(summary.activity().last()),
                    Integer.toString(summary.activity().interactions()),
                    words.of("status", summary.status()),
                    summary.tags().stream().map(Tag::name).collect(Collectors.joining(", ")));
        }
    }
}
