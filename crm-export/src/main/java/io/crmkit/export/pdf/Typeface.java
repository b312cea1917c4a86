package io.crmkit.export.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font the library carries, of which a document embeds what it uses; what it lacks is shown by its name. */
final class Typeface {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float UNITS = 1_000;

    private final PDType0Font font;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();

    Typeface(PDDocument document) throws IOException {
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE))) {
            TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures would be read out as something else than was put in.
            ttf.setEnableGsub(false);
            this.glyphs = ttf.getUnicodeCmapLookup();
            this.font = PDType0Font.load(document, ttf, true);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** A text as it can be drawn: without what shows nothing, what the font lacks by its name. Lines stay lines. */
    String drawable(String text) {
        StringBuilder drawable = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (c == '\n') {
                drawable.append('\n');
            } else if (c == '\t' || c != ' ' && Character.isSpaceChar(c)) {
                drawable.append(' ');
            } else if (!silent(c)) {
                if (glyphs.getGlyphId(c) == 0) {
                    drawable.append('[').append(name(c)).append(']');
                } else {
                    drawable.appendCodePoint(c);
                }
            }
        });
        return drawable.toString();
    }

    /** Control and format characters, such as those that turn the direction of a text, and variants of emoji. */
    private static boolean silent(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || c >= 0xFE00 && c <= 0xFE0F;
    }

    private static String name(int c) {
        String name =
                Character.isSupplementaryCodePoint(c) || !Character.isSurrogate((char) c) ? Character.getName(c) : null;
        return name == null ? String.format(Locale.ROOT, "U+%04X", c) : name.toLowerCase(Locale.ROOT);
    }

    /** How wide a drawable text is at a size, in points. */
    float width(String drawable, float size) {
        float sum = 0;
        for (int i = 0; i < drawable.length(); ) {
            int c = drawable.codePointAt(i);
            sum += width(c);
            i += Character.charCount(c);
        }
        return sum * size / UNITS;
    }

    private float width(int c) {
        return widths.computeIfAbsent(c, code -> {
            try {
                return font.getStringWidth(Character.toString(code));
            } catch (IOException | IllegalArgumentException unknown) {
                return UNITS / 2;
            }
        });
    }

    /** A text in lines that fit, broken at spaces, a longer word anywhere. */
    List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        drawable(text).lines().forEach(paragraph -> wrap(paragraph, size, width, lines));
        return lines;
    }

    private void wrap(String paragraph, float size, float width, List<String> lines) {
        int start = 0;
        int space = -1;
        float sum = 0;
        for (int i = 0; i < paragraph.length(); ) {
            int c = paragraph.codePointAt(i);
            float w = width(c) * size / UNITS;
            if (c == ' ') {
                space = i;
            } else if (sum + w > width && i > start) {
                int end = space > start ? space : i;
                lines.add(paragraph.substring(start, end));
                start = space > start ? space + 1 : i;
                space = -1;
                sum = width(paragraph.substring(start, i), size);
            }
            sum += w;
            i += Character.charCount(c);
        }
        lines.add(paragraph.substring(start));
    }

    /** The beginning of a text that fits in one line, with an ellipsis where that is not all. */
    String cut(String text, float size, float width) {
        String line = drawable(text).replace('\n', ' ').strip();
        if (width(line, size) <= width) {
            return line;
        }
        List<String> parts = new ArrayList<>();
        wrap(line, size, width - width("…", size), parts);
        return parts.get(0) + "…";
    }
}
