package io.crmkit.export;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Dossier;
import io.crmkit.report.Column;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the columns of a table of contacts. */
final class TableCells {
    private final CsvDialect dialect;
    private final DateTimeFormatter times;

    TableCells(TenantSettings settings) {
        dialect = CsvDialect.of(settings.locale());
        times = CsvDialect.times(settings.zone());
    }

    CsvDialect dialect() {
        return dialect;
    }

    String heading(Column column) {
        return column.kind() == Column.Kind.ATTRIBUTE
                ? column.attribute()
                : CsvHeading.valueOf(column.kind().name()).in(dialect);
    }

    List<String> row(List<Column> columns, Dossier dossier) {
        return columns.stream().map(column -> cell(column, dossier)).toList();
    }

    String cell(Column column, Dossier dossier) {
        ContactSummary summary = dossier.summary();
        return switch (column.kind()) {
            case NAME -> summary.contact().displayName().map(String::strip).orElse("");
            case PHONE -> of(summary, Scheme.PHONE);
            case EMAIL -> of(summary, Scheme.EMAIL);
            case STATUS -> summary.status().name().toLowerCase(Locale.ROOT);
            case TAGS -> summary.tags().stream().map(Tag::name).collect(Collectors.joining(", "));
            case FIRST_CONTACT -> time(summary.activity().first());
            case LAST_CONTACT -> time(summary.activity().last());
            case INTERACTIONS -> Integer.toString(summary.activity().interactions());
            case CONTACT_ID -> summary.id().toString();
            case ATTRIBUTE -> value(dossier.attributes().get(column.attribute()));
        };
    }

    private static String of(ContactSummary summary, Scheme scheme) {
        return summary.contact().identifiers().stream()
                .filter(identifier -> identifier.scheme().equals(scheme))
                .map(TableCells::shown)
                .collect(Collectors.joining(", "));
    }

    private static String shown(Identifier identifier) {
        return identifier.scheme().equals(Scheme.PHONE) ? PhoneDisplay.of(identifier) : identifier.value();
    }

    private String time(@Nullable Instant at) {
        return at == null ? "" : times.format(at);
    }

    private String value(@Nullable AttributeValue value) {
        if (value == null) {
            return "";
        }
        return value instanceof AttributeValue.Amount amount
                ? dialect.number(amount.number().stripTrailingZeros().toPlainString())
                : value.canonical();
    }
}
