package io.crmkit.export.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Pages that are filled from top to bottom, each with a heading and its number. Not thread-safe. */
final class Paper implements AutoCloseable {
    static final float LEFT = 45;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 66;
    private static final float BOTTOM = 56;

    private final PDDocument document;
    private final PDResources resources = new PDResources();
    private final Typeface face;
    private final String heading;
    private final String page;
    private String subject = "";
    private @Nullable PDPageContentStream contents;
    private @Nullable Heading repeated;
    private int pages;
    private float y;

    /** Drawn at the top of a page on which something goes on. */
    interface Heading {
        void draw() throws IOException;
    }

    /**
     * @param heading at the top of each page
     * @param page the word for it
     */
    Paper(PDDocument document, Typeface face, String heading, String page) {
        this.document = document;
        this.face = face;
        this.heading = heading;
        this.page = page;
    }

    Typeface face() {
        return face;
    }

    int pages() {
        return pages;
    }

    /** How far down it is filled; the lower, the further. */
    float y() {
        return y;
    }

    void down(float points) {
        y -= points;
    }

    /** Points left on this page. */
    float left() {
        return contents == null ? 0 : y - BOTTOM;
    }

    /** What follows is about this, from a page of its own on. */
    void subject(String about) throws IOException {
        subject = about;
        repeated = null;
        turn();
    }

    /** Draws a heading, and again on each page on which what it heads goes on, until told otherwise. */
    void repeat(@Nullable Heading again) throws IOException {
        repeated = again;
        if (again != null) {
            again.draw();
        }
    }

    /** Sees to it that so much fits. */
    void need(float height) throws IOException {
        if (left() < height) {
            turn();
            if (repeated != null) {
                repeated.draw();
            }
        }
    }

    private void turn() throws IOException {
        finish();
        PDPage next = new PDPage(PDRectangle.A4);
        next.setResources(resources);
        document.addPage(next);
        pages++;
        contents = new PDPageContentStream(document, next, PDPageContentStream.AppendMode.OVERWRITE, true);
        float above = TOP + 28;
        text(LEFT, above, 8, Ink.QUIET, face.cut(heading, 8, WIDTH / 2 - 10));
        String right = face.cut(subject, 8, WIDTH / 2 - 10);
        text(LEFT + WIDTH - face.width(right, 8), above, 8, Ink.QUIET, right);
        rule(LEFT, above - 7, WIDTH);
        String number = page + " " + pages;
        text(LEFT + WIDTH - face.width(number, 8), BOTTOM - 26, 8, Ink.QUIET, number);
        y = TOP;
    }

    /** A line of text that is drawable, from a point on its baseline. */
    void text(float x, float baseline, float size, Color colour, String drawable) throws IOException {
        if (drawable.isEmpty()) {
            return;
        }
        PDPageContentStream to = open();
        to.beginText();
        to.setNonStrokingColor(colour);
        to.setFont(face.font(), size);
        to.newLineAtOffset(x, baseline);
        to.showText(Direction.visual(drawable));
        to.endText();
    }

    /** A heading of the text itself. */
    void title(String text, float size) throws IOException {
        for (String line : face.lines(text, size, WIDTH)) {
            need(size * 3);
            down(size * 1.25f);
            text(LEFT, y, size, size > 14 ? Ink.TEXT : Ink.ACCENT, line);
        }
        down(size * 0.55f);
    }

    /** Lines one below the other; goes down as far. */
    void lines(float x, List<String> lines, float size, Color colour) throws IOException {
        for (String line : lines) {
            down(size * 1.3f);
            text(x, y, size, colour, line);
        }
    }

    void rule(float x, float at, float width) throws IOException {
        PDPageContentStream to = open();
        to.setStrokingColor(Ink.RULE);
        to.setLineWidth(0.6f);
        to.moveTo(x, at);
        to.lineTo(x + width, at);
        to.stroke();
    }

    void line(float x, float at, float toX, float toY) throws IOException {
        PDPageContentStream to = open();
        to.setStrokingColor(Ink.ACCENT);
        to.setLineWidth(1);
        to.moveTo(x, at);
        to.lineTo(toX, toY);
        to.stroke();
    }

    /** A filled rectangle, with an edge if there is a colour for it. */
    void box(float x, float bottom, float width, float height, Color fill, @Nullable Color edge) throws IOException {
        PDPageContentStream to = open();
        to.setNonStrokingColor(fill);
        to.addRect(x, bottom, width, height);
        to.fill();
        if (edge != null) {
            to.setStrokingColor(edge);
            to.setLineWidth(0.7f);
            to.addRect(x, bottom, width, height);
            to.stroke();
        }
    }

    private PDPageContentStream open() throws IOException {
        if (contents == null) {
            turn();
        }
        PDPageContentStream now = contents;
        if (now == null) {
            throw new IllegalStateException("There is no page");
        }
        return now;
    }

    /** Ends the last page. */
    void finish() throws IOException {
        if (contents != null) {
            contents.close();
            contents = null;
        }
    }

    @Override
    public void close() throws IOException {
        finish();
    }
}
