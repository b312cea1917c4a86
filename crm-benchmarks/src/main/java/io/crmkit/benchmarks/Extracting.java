package io.crmkit.benchmarks;

import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.rules.RulesExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What reads the messages in the background while capture is measured. */
enum Extracting {
    NONE,
    /** The offline rules. */
    RULES,
    /** An extractor that never answers. */
    STUCK;

    static List<Extracting> named(List<String> names) {
        List<Extracting> all = new ArrayList<>();
        for (String name : names) {
            Extracting each = find(name);
            if (each == null) {
                throw new IllegalArgumentException("There is no extractor " + name);
            }
            all.add(each);
        }
        return all;
    }

    private static @Nullable Extracting find(String name) {
        for (Extracting each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        return null;
    }

    String suffix() {
        return this == NONE ? "" : ", " + name().toLowerCase(Locale.ROOT);
    }

    /** Null for none. */
    @Nullable FactExtractor extractor() {
        return switch (this) {
            case NONE -> null;
            case RULES -> new RulesExtractor();
            case STUCK -> new StuckExtractor();
        };
    }
}
