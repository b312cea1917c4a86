package io.crmkit.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What was given after the name of a command: options with a value each, the defaults of those that were not. */
record Given(Map<String, String> values) {
    /** @throws IllegalArgumentException if there is one without a default, or one without a value */
    static Given of(String[] arguments, Map<String, String> defaults) {
        Map<String, String> values = new HashMap<>(defaults);
        for (int i = 1; i < arguments.length; i += 2) {
            if (!defaults.containsKey(arguments[i]) || i + 1 == arguments.length || arguments[i + 1].isEmpty()) {
                throw new IllegalArgumentException("There is no option " + arguments[i] + " with this value");
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        return new Given(values);
    }

    private String value(String option) {
        String value = values.get(option);
        if (value == null) {
            throw new IllegalStateException("No default for " + option);
        }
        return value;
    }

    int number(String option) {
        return Integer.parseInt(value(option));
    }

    double decimal(String option) {
        return Double.parseDouble(value(option));
    }

    Path path(String option) {
        return Path.of(value(option));
    }
}
