package io.crmkit.clinic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayTest {
    @Test
    void theDayIsMovedByWholeWeeksToTheLatestTuesday() throws IOException {
        List<InputFile> lately = Day.lately(Day.EVENING.plus(Duration.ofDays(20)));

        assertThat(lately).hasSize(Day.files().size());
        assertThat(text(lately.get(12))).contains(Long.toString(1773144930 + 14 * 86_400L));
        assertThat(text(lately.get(0))).isNotEqualTo(text(Day.files().get(0)));
    }

    @Test
    void onlyTimesAreMoved() {
        String document = "{\"timestamp\":\"1773144930\",\"at\":\"2026-03-10T12:40:04Z\","
                + "\"start\":\"2026-03-12T10:30:00\",\"id\":\"1773144930\",\"text\":{\"at\":\"10:30\"}}";

        assertThat(new String(Later.by(Duration.ofDays(7), document.getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"timestamp\":\"1773749730\",\"at\":\"2026-03-17T12:40:04Z\","
                        + "\"start\":\"2026-03-19T10:30\",\"id\":\"1773144930\",\"text\":{\"at\":\"10:30\"}}");
        assertThat(new String(Later.by(Duration.ofDays(7), "{ broken".getBytes(UTF_8)), UTF_8))
                .isEqualTo("{ broken");
    }

    @Test
    void theDayIsNotMovedBackwards() throws IOException {
        assertThat(text(Day.lately(Instant.parse("2026-03-11T09:00:00Z")).get(12)))
                .contains("1773144930");
    }

    @Test
    void theListOfFilesIsComplete() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(Day.class.getResource("day/files.txt"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .sorted())
                    .containsExactlyElementsOf(
                            Day.files().stream().map(InputFile::name).toList())
                    .hasSize(80);
        }
    }

    private static String text(InputFile file) throws IOException {
        return new String(file.read(1_000_000), UTF_8);
    }
}
