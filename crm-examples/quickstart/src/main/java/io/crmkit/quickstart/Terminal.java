package io.crmkit.quickstart;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the program writes to: a terminal if somebody watches, else a file or another program. */
record Terminal(Charset charset, Style style) {
    private static final Terminal NONE = new Terminal(StandardCharsets.UTF_8, Style.PLAIN);

    /** Colours on a terminal that has any, unless the user turned them off. */
    static Terminal ofProcess() {
        Console console = System.console();
        if (console == null || !watched(console)) {
            return NONE;
        }
        boolean colours = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(charset(console.charset()), new Style(colours));
    }

    /** Where no locale is set Java says ASCII, and the terminal takes UTF-8 all the same. */
    private static Charset charset(@Nullable Charset told) {
        return told == null || told.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : told;
    }

    /** Since Java 22 there is a console also where there is no terminal. */
    private static boolean watched(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
