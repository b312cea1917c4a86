package io.crmkit.testkit.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checked-out project, found from whichever module directory the tests run in. */
record SourceTree(Path root) {
    static SourceTree here() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("mvnw")))
                .findFirst()
                .map(SourceTree::new)
                .orElseThrow(() -> new IllegalStateException("no mvnw at or above " + start));
    }

    /** Tests of every module, the contract suites, and the examples. */
    List<Path> provingSources() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> proves(root.relativize(file).toString().replace('\\', '/')))
                    .sorted()
                    .toList();
        }
    }

    private static boolean proves(String file) {
        return file.endsWith(".java")
                && !file.contains("/target/")
                && (file.contains("/src/test/java/")
                        || file.startsWith("crm-testkit/src/main/java/")
                        || file.startsWith("crm-examples/"));
    }
}
