package io.crmkit.export;

import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Snapshot;
import io.crmkit.export.pdf.TablePdf;
import io.crmkit.report.Column;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.tenant.TenantSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A table of contacts of a tenant's own making: as CSV, of which a group is a column; as JSON, an object a row; as PDF,
 * each group with a heading of its own.
 */
final class TableFormat implements ExportFormat {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final String title;
    private final Contents.Table table;
    private final Report.Format format;

    TableFormat(String title, Contents.Table table, Report.Format format) {
        this.title = title;
        this.table = table;
        this.format = format;
    }

    @Override
    public String schema() {
        return "crm-table-" + format.name().toLowerCase(Locale.ROOT) + "/1";
    }

    @Override
    public long write(Snapshot snapshot, OutputStream out, Each each) throws IOException {
        TenantSettings settings = snapshot.asOf().settings();
        TableCells cells = new TableCells(settings);
        return switch (format) {
            case CSV -> csv(snapshot, cells, out, each);
            case JSON -> json(snapshot, cells, out, each);
            case PDF -> {
                List<String> headings = headings(cells);
                try (TablePdf pdf = TablePdf.begin(
                        title,
                        headings,
                        settings.locale(),
                        settings.zone(),
                        snapshot.asOf().now())) {
                    if (!rows(snapshot, cells, each, new Drawn(pdf))) {
                        yield pdf.pages();
                    }
                    yield pdf.save(out);
                }
            }
        };
    }

    private record Drawn(TablePdf pdf) implements TableSink {
        @Override
        public void group(String value, long rows) throws IOException {
            pdf.group((value.isEmpty() ? "–" : value) + " (" + rows + ")");
        }

        @Override
        public void row(String group, List<String> cells) throws IOException {
            pdf.row(cells);
        }
    }

    private List<String> headings(TableCells cells) {
        return table.columns().stream().map(cells::heading).toList();
    }

    private long csv(Snapshot snapshot, TableCells cells, OutputStream out, Each each) throws IOException {
        CsvLines lines = new CsvLines(out, cells.dialect());
        Column grouped = table.grouped();
        List<String> headings = new ArrayList<>(headings(cells));
        if (grouped != null) {
            headings.add(0, cells.heading(grouped));
        }
        lines.write(headings);
        long[] count = new long[1];
        rows(snapshot, cells, each, new TableSink() {
            @Override
            public void group(String value, long rows) {}

            @Override
            public void row(String group, List<String> row) throws IOException {
                List<String> line = new ArrayList<>(row);
                if (grouped != null) {
                    line.add(0, group);
                }
                lines.write(line.stream().map(Cells::escaped).toList());
                count[0]++;
            }
        });
        lines.flush();
        return count[0];
    }

    private long json(Snapshot snapshot, TableCells cells, OutputStream out, Each each) throws IOException {
        long[] count = new long[1];
        Column grouped = table.grouped();
        List<String> names = table.columns().stream().map(TableFormat::name).toList();
        JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Unclosed(out));
        json.writeStartArray();
        rows(snapshot, cells, each, new TableSink() {
            @Override
            public void group(String value, long rows) {}

            @Override
            public void row(String group, List<String> row) {
                JsonOut object = new JsonOut(json).begin();
                if (grouped != null) {
                    object.text("group", group);
                }
                for (int i = 0; i < names.size(); i++) {
                    object.text(names.get(i), row.get(i));
                }
                object.end();
                count[0]++;
            }
        });
        json.writeEndArray();
        json.close();
        return count[0];
    }

    private static String name(Column column) {
        return column.kind() == Column.Kind.ATTRIBUTE
                ? CsvHeading.ATTRIBUTE + column.attribute()
                : column.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Whether all of them were told. */
    private boolean rows(Snapshot snapshot, TableCells cells, Each each, TableSink sink) throws IOException {
        Column grouped = table.grouped();
        if (grouped == null) {
            for (Dossier dossier : snapshot) {
                if (!each.more()) {
                    return false;
                }
                sink.row("", cells.row(table.columns(), dossier));
            }
            return true;
        }
        try (TableGroups groups = new TableGroups()) {
            for (Dossier dossier : snapshot) {
                if (!each.more()) {
                    return false;
                }
                groups.add(cells.cell(grouped, dossier), cells.row(table.columns(), dossier));
            }
            groups.tell(sink);
            return true;
        }
    }
}
