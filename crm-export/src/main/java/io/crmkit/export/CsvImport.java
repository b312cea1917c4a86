package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.capture.ImportOutcome;
import io.crmkit.capture.ImportedContact;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Takes the contacts of a CSV file over: a heading line, then a contact a line, with commas, semicolons or tabs between.
 * Reads as it goes and keeps no more than a batch in memory.
 *
 * @since 0.1
 */
public final class CsvImport {
    private static final int BATCH = 200;

    private final CrmSession session;
    private final CsvColumns columns;

    public CsvImport(CrmSession session, CsvColumns columns) {
        this.session = session;
        this.columns = columns;
    }

    /**
     * A row that was left out.
     *
     * @param line on which it begins, the heading being line 1
     * @param reason for a person, without personal data
     */
    public record BadRow(long line, String reason) {}

    /** How many rows did what. */
    public record Report(int created, int completed, int known, int bad) {
        Report and(ImportOutcome outcome) {
            if (!(outcome instanceof ImportOutcome.Accepted accepted)) {
                return oneBadMore();
            }
            return switch (accepted.change()) {
                case CREATED -> new Report(created + 1, completed, known, bad);
                case COMPLETED -> new Report(created, completed + 1, known, bad);
                case KNOWN -> new Report(created, completed, known + 1, bad);
            };
        }

        Report oneBadMore() {
            return new Report(created, completed, known, bad + 1);
        }
    }

    /**
     * Takes the whole file over; what was taken over before something fails stays, and doing it again does it once.
     *
     * @param dryRun whether to say only what would happen
     * @param badRows is told each bad row as it comes
     * @throws IOException if the file cannot be read
     */
    public Report run(Reader file, boolean dryRun, Consumer<BadRow> badRows) throws IOException {
        BufferedReader reader = new BufferedReader(file);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(reader))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(reader, format)) {
            return new Run(dryRun, badRows).of(parser);
        }
    }

    /** The one of which the heading line has most. */
    private static char delimiter(BufferedReader reader) throws IOException {
        int longest = 8_192;
        reader.mark(longest);
        Map<Character, Integer> found = new HashMap<>();
        for (int i = 0, c = reader.read(); c >= 0 && c != '\n' && i < longest - 1; i++, c = reader.read()) {
            found.merge((char) c, 1, Integer::sum);
        }
        reader.reset();
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            most = found.getOrDefault(candidate, 0) > found.getOrDefault(most, 0) ? candidate : most;
        }
        return most;
    }

    private final class Run {
        private final boolean dryRun;
        private final Consumer<BadRow> badRows;
        private final List<ImportedContact> batch = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private Report report = new Report(0, 0, 0, 0);

        Run(boolean dryRun, Consumer<BadRow> badRows) {
            this.dryRun = dryRun;
            this.badRows = badRows;
        }

        Report of(CSVParser parser) throws IOException {
            Iterator<CSVRecord> records = parser.iterator();
            long line = 1;
            try {
                Map<Integer, CsvColumns.Meaning> meanings = records.hasNext() ? meanings(records.next()) : Map.of();
                if (meanings.isEmpty()) {
                    throw new IOException("No column of the file is known by its heading");
                }
                for (line = next(parser); records.hasNext(); line = next(parser)) {
                    row(records.next(), line, meanings);
                }
            } catch (UncheckedIOException | IllegalStateException broken) {
                // Without the cause, which may quote the file.
                bad(line, "It is not CSV from here on: a quote is not where it may be, or is not closed");
            }
            flush();
            return report;
        }

        private long next(CSVParser parser) {
            return parser.getCurrentLineNumber() + 1;
        }

        private Map<Integer, CsvColumns.Meaning> meanings(CSVRecord headings) {
            Map<Integer, CsvColumns.Meaning> meanings = new HashMap<>();
            for (int i = 0; i < headings.size(); i++) {
                int column = i;
                columns.of(headings.get(i)).ifPresent(meaning -> meanings.put(column, meaning));
            }
            return meanings;
        }

        private void row(CSVRecord row, long line, Map<Integer, CsvColumns.Meaning> meanings) {
            if (row.size() == 1 && row.get(0).isBlank()) {
                return;
            }
            try {
                batch.add(CsvRow.contact(row, meanings));
                lines.add(line);
            } catch (IllegalArgumentException tooLong) {
                bad(line, "An id, a tag or the status is not as it may be");
            }
            if (batch.size() == BATCH) {
                flush();
            }
        }

        private void flush() {
            List<ImportOutcome> outcomes = session.importContacts(batch, dryRun);
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i) instanceof ImportOutcome.Refused refused) {
                    bad(lines.get(i), CsvRow.reason(refused.reason()));
                } else {
                    report = report.and(outcomes.get(i));
                }
            }
            batch.clear();
            lines.clear();
        }

        private void bad(long line, String reason) {
            report = report.oneBadMore();
            badRows.accept(new BadRow(line, reason));
        }
    }
}
