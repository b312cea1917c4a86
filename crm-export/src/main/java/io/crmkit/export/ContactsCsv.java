package io.crmkit.export;

import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Scheme;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Snapshot;
import io.crmkit.tenant.TenantSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of contacts for a spreadsheet, one line each, which {@link CsvImport} reads back.
 *
 * @since 0.1
 */
public final class ContactsCsv implements ExportFormat {
    /** What a contact without any identifier is known by where it is imported. */
    static final Scheme CONTACT = new Scheme("crm_contact");

    private final CsvDialect dialect;
    private final boolean figures;

    private ContactsCsv(CsvDialect dialect, boolean figures) {
        this.dialect = dialect;
        this.figures = figures;
    }

    /** With first and last contact, interactions, user name and id beside what an import takes over. */
    public static ContactsCsv list(CsvDialect dialect) {
        return new ContactsCsv(dialect, true);
    }

    /** What an import takes over and nothing else: exported again from there it is the same file. */
    public static ContactsCsv book(CsvDialect dialect) {
        return new ContactsCsv(dialect, false);
    }

    @Override
    public String schema() {
        return "crm-contacts-csv/1 " + dialect.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public long write(Snapshot snapshot, OutputStream out, Each each) throws IOException {
        TenantSettings settings = snapshot.asOf().settings();
        DateTimeFormatter times = CsvDialect.times(settings.zone());
        CsvLines lines = new CsvLines(out, dialect);
        lines.write(headings(settings));
        long rows = 0;
        for (Dossier dossier : snapshot) {
            if (!each.more()) {
                return rows;
            }
            lines.write(row(dossier, settings, times));
            rows++;
        }
        lines.flush();
        return rows;
    }

    private List<String> headings(TenantSettings settings) {
        List<String> headings = new ArrayList<>();
        for (CsvHeading heading : CsvHeading.values()) {
            boolean figure = heading.compareTo(CsvHeading.TAGS) > 0;
            if (!figure || figures && heading.compareTo(CsvHeading.CONTACT_ID) <= 0) {
                headings.add(heading.in(dialect));
            }
        }
        settings.attributes().forEach(type -> headings.add(CsvHeading.ATTRIBUTE + type.name()));
        return headings;
    }

    private List<String> row(Dossier dossier, TenantSettings settings, DateTimeFormatter times) {
        ContactSummary summary = dossier.summary();
        Contact contact = summary.contact();
        List<Identifier> others = new ArrayList<>(contact.identifiers());
        Optional<Identifier> phone =
                first(others, Scheme.PHONE).filter(i -> i.scope().isEmpty());
        Optional<String> number = phone.flatMap(i -> number(i, settings.country()));
        number.ifPresent(shown -> others.remove(phone.get()));
        Optional<Identifier> email = first(others, Scheme.EMAIL).filter(ContactsCsv::readable);
        email.ifPresent(others::remove);
        if (contact.identifiers().isEmpty()) {
            others.add(new Identifier(CONTACT, "", contact.id().toString()));
        }
        List<String> row = new ArrayList<>();
        row.add(contact.displayName().map(String::strip).map(Cells::escaped).orElse(""));
        row.add(number.orElse(""));
        row.add(email.map(Identifier::value).map(Cells::escaped).orElse(""));
        row.add(Identities.cell(others));
        row.add(contact.statusByHand() ? contact.status().name().toLowerCase(Locale.ROOT) : "");
        row.add(Identities.cell(summary.tags()));
        if (figures) {
            row.add(contact.username().map(Cells::escaped).orElse(""));
            row.add(time(times, summary.activity().first()));
            row.add(time(times, summary.activity().last()));
            row.add(Integer.toString(summary.activity().interactions()));
            row.add(contact.id().toString());
        }
        Map<String, AttributeValue> attributes = settings.attributes().isEmpty() ? Map.of() : dossier.attributes();
        for (AttributeType type : settings.attributes()) {
            row.add(value(attributes.get(type.name())));
        }
        return row;
    }

    private static Optional<Identifier> first(List<Identifier> identifiers, Scheme scheme) {
        return identifiers.stream().filter(i -> i.scheme().equals(scheme)).findFirst();
    }

    /** With a plus sign, if it is read back as the same. */
    private static Optional<String> number(Identifier phone, String country) {
        String value = phone.value();
        return PhoneDisplay.read(value.startsWith("+") ? value : "+" + value, country)
                .map(Identifier::value)
                .filter(shown -> digits(shown).equals(digits(value)))
                .filter(shown -> PhoneDisplay.read(shown, country)
                        .filter(again -> again.value().equals(shown))
                        .isPresent());
    }

    private static String digits(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    /** Whether an import takes it for an address and leaves it as it is. */
    private static boolean readable(Identifier email) {
        String value = email.value();
        int at = value.indexOf('@');
        return email.scope().isEmpty()
                && at > 0
                && at == value.lastIndexOf('@')
                && at < value.length() - 1
                && Identifier.email(value).equals(email);
    }

    private static String time(DateTimeFormatter times, @Nullable Instant at) {
        return at == null ? "" : times.format(at);
    }

    private String value(@Nullable AttributeValue value) {
        if (value == null) {
            return "";
        }
        return value instanceof AttributeValue.Amount amount
                ? dialect.number(amount.number().stripTrailingZeros().toPlainString())
                : Cells.escaped(value.canonical());
    }
}
