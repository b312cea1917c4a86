package io.crmkit.jpa;

import io.crmkit.privacy.KeyService;
import io.crmkit.testkit.KeyServiceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Reads the file anew at every call, as a process does that starts again. */
class KeysetFileContractTest extends KeyServiceContract {
    @TempDir
    Path folder;

    @BeforeEach
    void makeBothKeys() {
        KeysetFile.create(folder.resolve("root.json"));
        KeysetFile.create(folder.resolve("another.json"));
    }

    @Override
    protected KeyService service() {
        return KeysetFile.open(folder.resolve("root.json"));
    }

    @Override
    protected KeyService another() {
        return KeysetFile.open(folder.resolve("another.json"));
    }
}
