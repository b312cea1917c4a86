package io.crmkit.export.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table as a PDF, drawn as text. Not thread-safe.
 *
 * @since 0.1
 */
public final class TablePdf implements AutoCloseable {
    private final Booklet booklet;
    private final List<String> headings;
    private @Nullable Grid grid;

    private TablePdf(Booklet booklet, List<String> headings) {
        this.booklet = booklet;
        this.headings = headings;
    }

    /**
     * An empty one.
     *
     * @param now of when what it shows is
     */
    public static TablePdf begin(String title, List<String> headings, Locale language, ZoneId zone, Instant now)
            throws IOException {
        TablePdf pdf = new TablePdf(new Booklet(new Words(language, zone), title, now), List.copyOf(headings));
        pdf.booklet.paper().subject("");
        pdf.booklet.paper().title(title, 18);
        return pdf;
    }

    /** What follows is of one group. */
    public void group(String name) throws IOException {
        end();
        booklet.paper().need(90);
        booklet.paper().title(name, 11.5f);
    }

    /** One more row, with a cell for each heading. */
    public void row(List<String> cells) throws IOException {
        Grid now = grid;
        if (now == null) {
            float[] widths = new float[headings.size()];
            Arrays.fill(widths, 1f / headings.size());
            now = new Grid(booklet.paper(), widths);
            now.heading(headings);
            grid = now;
        }
        now.row(cells);
    }

    private void end() throws IOException {
        if (grid != null) {
            grid.end();
            grid = null;
        }
    }

    /** So far. */
    public int pages() {
        return booklet.paper().pages();
    }

    /** Writes it; the stream is flushed and stays open. How many pages it has. */
    public int save(OutputStream out) throws IOException {
        end();
        return booklet.save(out);
    }

    @Override
    public void close() throws IOException {
        booklet.close();
    }
}
