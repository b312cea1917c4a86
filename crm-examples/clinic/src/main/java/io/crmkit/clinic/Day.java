package io.crmkit.clinic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A day of a clinic, Tuesday the 10th of March 2026: its webhooks, its answers and its agenda. */
public final class Day {
    private static final String FOLDER = "day/";

    /** When it is over. */
    public static final Instant EVENING = Instant.parse("2026-03-11T00:00:00Z");

    private static final int DAYS_A_WEEK = 7;

    private Day() {}

    /** Its files, in the order in which they are replayed. */
    public static List<InputFile> files() {
        try (BufferedReader names =
                new BufferedReader(new InputStreamReader(resource("files.txt"), StandardCharsets.UTF_8))) {
            return names.lines().map(Day::file).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The files of the day are broken", broken);
        }
    }

    /** The same files, as if it had been the latest Tuesday before now: so many whole weeks later. */
    public static List<InputFile> lately(Instant now) {
        long weeks = Duration.between(EVENING, now).toDays() / DAYS_A_WEEK;
        return files().stream()
                .map(file -> new InputFile(
                        file.name(), most -> Later.by(Duration.ofDays(weeks * DAYS_A_WEEK), file.read(most))))
                .toList();
    }

    private static InputFile file(String name) {
        return new InputFile(name, most -> {
            try (InputStream in = resource(name)) {
                return in.readNBytes(most);
            }
        });
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Day.class.getResourceAsStream(FOLDER + name), name);
    }
}
