package io.crmkit.quickstart;

import io.crmkit.CrmException;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.privacy.KeyService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The key everything is sealed with.
 *
 * @param made the file that was made for it just now; null if it was there or there is none
 */
record RootKey(KeyService service, @Nullable Path made) {
    static RootKey of(DatabaseUrl url, Options options) throws CannotRun {
        Path named = options.keys().orElse(null);
        if (named == null && url.inMemory()) {
            return new RootKey(EphemeralKeys.create(), null);
        }
        Path file = named != null ? named : url.keys(System.getProperty("user.home", "."));
        try {
            if (Files.exists(file)) {
                return new RootKey(KeysetFile.open(file), null);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new RootKey(KeysetFile.create(file), file);
        } catch (CrmException unusable) {
            throw new CannotRun(String.valueOf(unusable.getMessage()), unusable);
        } catch (IOException failed) {
            throw new CannotRun("Cannot make the key file " + file + "; --keys names another", failed);
        }
    }

    /** Removes a file made for a database that turned out to be sealed with another key, or not there. */
    void forget() {
        try {
            if (made != null) {
                Files.deleteIfExists(made);
            }
        } catch (IOException stays) {
            // A key that nothing was sealed with does no harm.
            return;
        }
    }
}
