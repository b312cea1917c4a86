package io.crmkit.export;

import io.crmkit.contact.Contact;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Snapshot;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.SystemEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything that was said and happened for a spreadsheet, one line each, by contact and then by time.
 *
 * @since 0.1
 */
public final class MessagesCsv implements ExportFormat {
    private static final List<CsvHeading> HEADINGS = List.of(
            CsvHeading.CONTACT_ID,
            CsvHeading.NAME,
            CsvHeading.AT,
            CsvHeading.CHANNEL,
            CsvHeading.CONVERSATION,
            CsvHeading.FROM,
            CsvHeading.TYPE,
            CsvHeading.TEXT,
            CsvHeading.STATE);

    private final CsvDialect dialect;

    public MessagesCsv(CsvDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String schema() {
        return "crm-messages-csv/1 " + dialect.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public long write(Snapshot snapshot, OutputStream out, Each each) throws IOException {
        DateTimeFormatter times = CsvDialect.times(snapshot.asOf().settings().zone());
        CsvLines lines = new CsvLines(out, dialect);
        lines.write(HEADINGS.stream().map(heading -> heading.in(dialect)).toList());
        long[] rows = new long[1];
        try {
            for (Dossier dossier : snapshot) {
                if (!each.more()) {
                    return rows[0];
                }
                dossier.entries(entry -> {
                    write(lines, row(dossier.summary().contact(), entry.interaction(), times));
                    rows[0]++;
                });
            }
        } catch (UncheckedIOException failed) {
            throw Objects.requireNonNull(failed.getCause());
        }
        lines.flush();
        return rows[0];
    }

    private static void write(CsvLines lines, List<String> row) {
        try {
            lines.write(row);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> row(Contact contact, Interaction entry, DateTimeFormatter times) {
        String text = entry.content().text();
        return Stream.of(
                        contact.id().toString(),
                        contact.displayName().map(Cells::escaped).orElse(""),
                        times.format(entry.occurredAt()),
                        entry.occurrence().ref().account().channel(),
                        entry.occurrence().conversation().value().toString(),
                        word(entry.author()),
                        entry instanceof SystemEvent event
                                ? word(event.kind())
                                : entry.content().type(),
                        text == null ? "" : Cells.escaped(text),
                        entry instanceof Message message ? word(message.state()) : "")
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
