package io.crmkit.export.pdf;

import java.awt.Color;

/** Colours, of which none tells anything by itself. */
final class Ink {
    static final Color TEXT = new Color(0x1F2933);
    static final Color QUIET = new Color(0x5B6673);
    static final Color RULE = new Color(0xCBD2D9);
    static final Color SHADE = new Color(0xF1F3F5);
    static final Color BUSINESS = new Color(0xE3EFEA);
    static final Color EDGE = new Color(0x8FB5A5);
    static final Color ACCENT = new Color(0x1B6B50);

    private Ink() {}
}
