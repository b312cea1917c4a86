package io.crmkit.dashboard;

import java.util.List;

/** The tenant's figures. */
record FiguresView(Frame frame, List<Tile> tiles, List<Plot> plots) implements View {
    /** A figure with its name. */
    record Tile(String name, String value, String href) {}
}
