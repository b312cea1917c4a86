package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.assist.BookingSuggestion;
import io.crmkit.capture.Outcome;
import io.crmkit.clinic.Replayed;
import io.crmkit.contact.ContactSummary;
import io.crmkit.export.SetAsideFile;
import io.crmkit.profile.ContactProfile;
import io.crmkit.search.SearchHit;
import io.crmkit.tenant.TenantSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the program shows on a terminal: what was replayed, the contact list, the contact with most to tell. */
final class Screen {
    static final int WIDTH = 96;

    private static final int NAME = 20;

    /** As many lines of suggestions as somebody reads. */
    private static final int SUGGESTED = 20;

    /** As many contacts as somebody reads. */
    private static final int LISTED = 200;

    private final CrmSession clinic;
    private final PrintStream out;
    private final Style style;
    private final Times times = new Times(TenantSettings.DEFAULT.zone());

    Screen(CrmSession clinic, PrintStream out, Style style) {
        this.clinic = clinic;
        this.out = out;
        this.style = style;
    }

    /** @param found null if nothing was searched */
    void show(Replayed replayed, @Nullable List<SearchHit> found) {
        summary(replayed);
        if (found != null) {
            found(found);
        }
        Page<ContactSummary> contacts = clinic.contacts(null, LISTED);
        title("CONTACTS");
        new ContactTable(times, style).lines(contacts.items()).forEach(out::println);
        if (contacts.next().isPresent()) {
            out.println(style.dim("…and more: --json has all of them."));
        }
        suggestions(contacts.items());
        most(contacts.items()).ifPresent(profile -> {
            title("PROFILE");
            new ProfileCard(times, style).lines(profile).forEach(out::println);
            title("TIMELINE");
            new Chat(clinic, times, style).lines(profile).forEach(out::println);
        });
        setAside(replayed);
        out.println();
    }

    /** The most timely of each of those who have any. */
    private void suggestions(List<ContactSummary> contacts) {
        List<String> lines = new ArrayList<>();
        for (ContactSummary contact : contacts) {
            List<BookingSuggestion> all = lines.size() < SUGGESTED ? clinic.suggestions(contact.id()) : List.of();
            if (!all.isEmpty()) {
                String name = Columns.left(ContactTable.name(contact.contact()), NAME);
                for (String line : Columns.wrapped(Columns.printable(all.get(0).text()), WIDTH - NAME - 4)) {
                    lines.add("  " + name + "  " + line);
                    name = " ".repeat(NAME);
                }
            }
        }
        if (!lines.isEmpty()) {
            title("TO PROPOSE");
            lines.forEach(out::println);
        }
    }

    private void found(List<SearchHit> found) {
        title("FOUND");
        for (SearchHit hit : found) {
            String name = clinic.profile(hit.contact())
                    .map(profile -> ContactTable.name(profile.summary().contact()))
                    .orElse("");
            out.println("  " + Columns.left(name, 24) + "  " + style.dim(Columns.left(word(hit.where()), 10)) + "  "
                    + Columns.cut(Columns.printable(hit.snippet()), WIDTH - 40));
        }
        if (found.isEmpty()) {
            out.println(style.dim("  Nothing."));
        }
    }

    private void summary(Replayed replayed) {
        out.println();
        out.println(style.bold("CRM Kit") + " · " + count(replayed.webhooks(), "webhook") + " and "
                + count(replayed.sent(), "message") + " the business sent"
                + (replayed.told() == 0 ? "" : ", " + count(replayed.told(), "file") + " of its own systems")
                + ", replayed.");
        List<String> parts = new ArrayList<>();
        part(parts, replayed.count(Outcome.Captured.class), "new timeline entr", "y", "ies");
        part(parts, replayed.count(Outcome.Applied.class), "update", " applied", "s applied");
        part(
                parts,
                replayed.count(Outcome.Parked.class),
                "update",
                " came early and waited",
                "s came early and waited");
        part(parts, replayed.count(Outcome.Noted.class), "statement", " on who is who", "s on who is who");
        part(parts, replayed.count(Outcome.Known.class), "already known", "", "");
        part(parts, replayed.count(Outcome.Erased.class), "of erased people, let go", "", "");
        part(parts, replayed.count(Outcome.KeptAside.class), "kept aside", "", "");
        Columns.wrapped(String.join(", ", parts) + ".", WIDTH).forEach(line -> out.println(style.dim(line)));
        out.println(style.dim("Times are those of " + times.zone() + "."));
    }

    private void setAside(Replayed replayed) {
        if (replayed.setAside().isEmpty()) {
            return;
        }
        title("SET ASIDE");
        for (SetAsideFile file : replayed.setAside()) {
            out.println("  " + Columns.printable(file.file()) + style.dim("  " + Columns.printable(file.reason())));
        }
    }

    private void title(String text) {
        out.println();
        out.println(style.bold(text) + " " + style.dim("─".repeat(WIDTH - text.length() - 1)));
    }

    private Optional<ContactProfile> most(List<ContactSummary> contacts) {
        return contacts.stream()
                .max(Comparator.comparingInt(contact -> contact.activity().interactions()))
                .flatMap(contact -> clinic.profile(contact.id()));
    }

    private static void part(List<String> parts, long count, String what, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + what + (count == 1 ? one : many));
        }
    }

    static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String word(@Nullable Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
