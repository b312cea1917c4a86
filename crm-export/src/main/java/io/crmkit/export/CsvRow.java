package io.crmkit.export;

import io.crmkit.capture.ImportOutcome;
import io.crmkit.capture.ImportedContact;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a contact off a row. */
final class CsvRow {
    private CsvRow() {}

    static ImportedContact contact(CSVRecord row, Map<Integer, CsvColumns.Meaning> meanings) {
        String name = null;
        String phone = null;
        String email = null;
        List<Identifier> others = new ArrayList<>();
        Set<Tag> tags = new HashSet<>();
        for (int i = 0; i < row.size(); i++) {
            String value = unguarded(row.get(i).strip());
            CsvColumns.Meaning meaning = meanings.get(i);
            if (meaning == null || value.isEmpty()) {
                continue;
            }
            if (meaning instanceof CsvColumns.Id id) {
                others.add(id.of(value));
            } else {
                switch ((CsvColumns.Field) meaning) {
                    case NAME -> name = first(name, value);
                    case PHONE -> phone = first(phone, value);
                    case EMAIL -> email = first(email, value);
                    case TAGS -> tags.addAll(tags(value));
                }
            }
        }
        return new ImportedContact(name, phone, email, others, tags);
    }

    private static String first(@Nullable String known, String value) {
        return known == null ? value : known;
    }

    private static List<Tag> tags(String value) {
        List<Tag> tags = new ArrayList<>();
        StringTokenizer names = new StringTokenizer(value, ",;");
        while (names.hasMoreTokens()) {
            String name = names.nextToken();
            if (!name.isBlank()) {
                tags.add(Tag.of(name));
            }
        }
        return tags;
    }

    /** Without the apostrophe that keeps a spreadsheet from taking the value for a formula. */
    private static String unguarded(String value) {
        boolean guarded = value.length() > 1 && value.charAt(0) == '\'' && "=+-@\t\r".indexOf(value.charAt(1)) >= 0;
        return guarded ? value.substring(1) : value;
    }

    static String reason(ImportOutcome.Reason reason) {
        return switch (reason) {
            case NO_IDENTIFIER -> "It has neither phone nor e-mail nor another id";
            case UNREADABLE_PHONE -> "Its phone is no phone number";
            case UNREADABLE_EMAIL -> "Its e-mail is no e-mail address";
            case NAME_TOO_LONG -> "Its name is longer than 256 characters";
            case CONTRADICTS_ITSELF -> "Two of its ids exclude each other";
            case TWO_CONTACTS -> "Its phone and ids are those of two contacts; merge them first if they are one";
            case CONTRADICTS_CONTACT -> "The contact it matches has another phone or id of that kind";
        };
    }
}
