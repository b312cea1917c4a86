package io.crmkit.benchmarks.reads;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to be read, and how often it is read.
 *
 * @param rounds how often each question is asked
 * @param folder where the data set stays for the next run; null if it goes with this one
 */
public record Scale(
        int contacts, int messages, int rounds, @Nullable Path folder) {
    public Scale {
        if (contacts < 100 || messages < 10 * contacts || rounds < 2) {
            throw new IllegalArgumentException("At least 100 contacts, 10 messages of each, and 2 rounds");
        }
    }

    /** @throws IllegalArgumentException if there is something in them that is not known */
    public static Scale parse(String[] arguments) {
        int contacts = 300_000;
        int messages = 3_000_000;
        int rounds = 200;
        Path folder = null;
        for (int i = 1; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--contacts" -> contacts = Integer.parseInt(value);
                case "--messages" -> messages = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--keep-in" -> folder = Path.of(value);
                default -> throw new IllegalArgumentException("There is no option " + arguments[i]);
            }
        }
        return new Scale(contacts, messages, rounds, folder);
    }

    Registry registry() {
        return new Registry(contacts, messages);
    }
}
