package io.crmkit.export.pdf;

import java.text.Bidi;

/** Puts a line into the order in which it is drawn: what reads from right to left begins on the right. */
final class Direction {
    private static final String OPEN = "([{<«";
    private static final String CLOSED = ")]}>»";

    private Direction() {}

    static String visual(String line) {
        char[] chars = line.toCharArray();
        if (!Bidi.requiresBidi(chars, 0, chars.length)) {
            return line;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int[] points = line.codePoints().toArray();
        byte[] levels = new byte[points.length];
        String[] drawn = new String[points.length];
        for (int i = 0, at = 0; i < points.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(at);
            drawn[i] = Character.toString(levels[i] % 2 == 0 ? points[i] : mirrored(points[i]));
            at += Character.charCount(points[i]);
        }
        Bidi.reorderVisually(levels, 0, drawn, 0, drawn.length);
        return String.join("", drawn);
    }

    private static int mirrored(int c) {
        int open = OPEN.indexOf(c);
        int closed = CLOSED.indexOf(c);
        return open >= 0 ? CLOSED.charAt(open) : closed >= 0 ? OPEN.charAt(closed) : c;
    }
}
