package io.crmkit.benchmarks.analytics;

import io.crmkit.analytics.Customer;
import io.crmkit.contact.ContactId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The public CDNOW sample: 2,357 customers of the first quarter of 1997 and what they bought until June 1998.
 *
 * @param customers by their number in the sample
 */
record Cdnow(List<Customer> customers, int rows) {
    static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);
    static final LocalDate END = LocalDate.of(1998, 6, 30);
    static final int WEEKS = 39;

    static Cdnow read(Path folder) throws IOException {
        SortedMap<Integer, SortedMap<LocalDate, BigDecimal>> bought = new TreeMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("CDNOW_sample.txt"));
        for (String line : lines) {
            String[] cells = line.strip().split(" +", -1);
            bought.computeIfAbsent(Integer.parseInt(cells[1]), id -> new TreeMap<>())
                    .merge(
                            LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE),
                            new BigDecimal(cells[4]),
                            BigDecimal::add);
        }
        return new Cdnow(
                bought.entrySet().stream()
                        .map(each -> new Customer(new ContactId(new UUID(0, each.getKey())), each.getValue()))
                        .toList(),
                lines.size());
    }
}
