package io.crmkit.jpa;

import io.crmkit.CrmException;
import java.nio.file.Path;

/**
 * A keyset file cannot be made or opened. Its message says what to do; nothing was read or written with it.
 *
 * @since 0.1
 */
public final class UnusableKeyset extends CrmException {
    // Without a cause: a parser's message quotes what it could not read, and that is a key.
    UnusableKeyset(Path file, String why) {
        super("The keyset file " + file + " " + why);
    }
}
