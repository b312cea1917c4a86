package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.export.ListsJson;
import io.crmkit.export.ListsReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Smart lists in a file. */
record ListsFile(CrmSession clinic) {
    void take(Path file) throws CannotRun {
        try (InputStream in = Files.newInputStream(file)) {
            ListsReading reading = ListsJson.read(in);
            if (reading instanceof ListsReading.Refused refused) {
                throw new CannotRun("The lists of " + file + ": " + refused.mistake());
            }
            clinic.segments().save(((ListsReading.Lists) reading).lists());
        } catch (IOException unreadable) {
            throw new CannotRun("Cannot read the lists " + file, unreadable);
        } catch (IllegalArgumentException unsound) {
            throw new CannotRun("The lists of " + file + ": " + unsound.getMessage(), unsound);
        }
    }
}
