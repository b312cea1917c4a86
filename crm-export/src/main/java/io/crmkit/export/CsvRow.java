package io.crmkit.export;

import io.crmkit.capture.ImportOutcome;
import io.crmkit.capture.ImportedContact;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a contact off a row. */
final class CsvRow {
    private static final Set<String> YES = Set.of("yes", "y", "si", "sí", "sim", "true", "x", "1");

    private CsvRow() {}

    /** @throws IllegalArgumentException if it says something that cannot be */
    static ImportedContact contact(CSVRecord row, Map<Integer, CsvColumns.Meaning> meanings) {
        String name = null;
        String phone = null;
        String email = null;
        ContactStatus status = null;
        boolean optedOut = false;
        List<Identifier> others = new ArrayList<>();
        Set<Tag> tags = new HashSet<>();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String cell = Cells.unguarded(row.get(i));
            String value = Cells.unescaped(cell);
            CsvColumns.Meaning meaning = meanings.get(i);
            if (meaning == null || value.isEmpty()) {
                continue;
            }
            if (meaning instanceof CsvColumns.Id id) {
                others.add(id.of(value));
            } else if (meaning instanceof CsvColumns.Attribute attribute) {
                attributes.put(attribute.name(), value);
            } else {
                switch ((CsvColumns.Field) meaning) {
                    case NAME -> name = first(name, value);
                    case PHONE -> phone = first(phone, value);
                    case EMAIL -> email = first(email, value);
                    case TAGS -> tags.addAll(Identities.tags(cell));
                    case IDENTIFIERS -> others.addAll(Identities.identifiers(cell));
                    case STATUS -> status = ContactStatus.valueOf(value.toUpperCase(Locale.ROOT));
                    case OPTED_OUT -> optedOut = YES.contains(value.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return new ImportedContact(name, phone, email, others, tags, status, attributes, optedOut);
    }

    private static String first(@Nullable String known, String value) {
        return known == null ? value : known;
    }

    static String reason(ImportOutcome.Reason reason) {
        return switch (reason) {
            case NO_IDENTIFIER -> "It has neither phone nor e-mail nor another id";
            case UNREADABLE_PHONE -> "Its phone is no phone number";
            case UNREADABLE_EMAIL -> "Its e-mail is no e-mail address";
            case NAME_TOO_LONG -> "Its name is longer than 256 characters";
            case UNREADABLE_ATTRIBUTE -> "An attribute is not declared, or its value is none of its kind";
            case CONTRADICTS_ITSELF -> "Two of its ids exclude each other";
            case TWO_CONTACTS -> "Its phone and ids are those of two contacts; merge them first if they are one";
            case CONTRADICTS_CONTACT -> "The contact it matches has another phone or id of that kind";
            case ERASED -> "The person was erased and has not come back by themselves";
            case RESTRICTED -> "What is known of the person must not be used";
        };
    }
}
