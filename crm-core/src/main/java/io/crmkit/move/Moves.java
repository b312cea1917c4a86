package io.crmkit.move;

import java.util.Optional;

/**
 * The storage port to how far an archive is taken over, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface Moves {
    /** The last one; empty if nothing was ever taken over. */
    Optional<Move> last();

    /** Keeps how far it is. */
    void save(Move move);
}
