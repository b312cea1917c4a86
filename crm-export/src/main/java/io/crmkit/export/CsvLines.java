package io.crmkit.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of a file in a dialect: UTF-8, begun with the mark by which spreadsheets know it. */
final class CsvLines {
    private final Writer writer;
    private final char separator;

    CsvLines(OutputStream out, CsvDialect dialect) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        separator = dialect.separator();
    }

    /** @param cells escaped, not guarded yet */
    void write(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(separator);
            }
            cell(Cells.guarded(cells.get(i)));
        }
        writer.write("\r\n");
    }

    private void cell(String cell) throws IOException {
        if (plain(cell)) {
            writer.write(cell);
            return;
        }
        writer.write('"');
        writer.write(cell.replace("\"", "\"\""));
        writer.write('"');
    }

    /** Whether no spreadsheet could take it for anything else; in doubt it is quoted. */
    private static boolean plain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (!Character.isLetterOrDigit(c) && (i == 0 || " @._-+:".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    void flush() throws IOException {
        writer.flush();
    }
}
