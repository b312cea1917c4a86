package io.crmkit.rights;

import java.util.List;

/**
 * The port to where the host notes erasures, apart from the database and its dumps: whoever restores an older dump has
 * them done again by {@link io.crmkit.Crm#reapplyErasures} before anybody reads. Thread-safe.
 *
 * @since 0.1
 */
public interface ErasureLedger {
    /**
     * Keeps a note, durable when it returns. The same erasure may be noted more than once.
     *
     * @throws RuntimeException if it cannot; then the erasure, which has happened, is not certified before it can
     */
    void note(ErasureNote note);

    /** All that was noted, the first first. */
    List<ErasureNote> notes();

    /** Keeps nothing: for databases that are never restored from a dump. */
    static ErasureLedger none() {
        return new ErasureLedger() {
            @Override
            public void note(ErasureNote note) {
                // There is nowhere to keep it.
            }

            @Override
            public List<ErasureNote> notes() {
                return List.of();
            }
        };
    }
}
