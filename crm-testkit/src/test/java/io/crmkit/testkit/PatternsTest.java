package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Every regular expression of the library is known by name, and no input makes it slow. */
@Requirement("EXT-8")
class PatternsTest {
    private static final int LONG = 1_000_000;

    @Test
    void thereIsOneAndItReadsNothingCustomersWrite() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            assertThat(files.filter(PatternsTest::shipped)
                            .filter(PatternsTest::compiles)
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("TenantId.java");
        }
    }

    private static boolean shipped(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/main/java/") && !path.contains("crm-benchmarks");
    }

    private static boolean compiles(Path file) {
        try {
            String code = Files.readString(file);
            return Stream.of(
                            "Pattern" + ".compile(", ".matches" + "(\"", ".replaceAll" + "(\"", ".replaceFirst" + "(\"")
                    .anyMatch(code::contains);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theNameOfATenantIsReadInTimeWhateverItIs() {
        for (String piece : List.of("a", "a-", "a.", "A", "-", "a_", "0", "é", "😀", "\n", "~", " ")) {
            String name = piece.repeat(LONG / piece.length());
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(2),
                    () -> assertThatThrownBy(() -> TenantId.of(name)).isInstanceOf(IllegalArgumentException.class));
        }
    }
}
