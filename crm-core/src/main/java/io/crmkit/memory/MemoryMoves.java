package io.crmkit.memory;

import io.crmkit.move.Move;
import io.crmkit.move.Moves;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/** How far an archive is taken over into one tenant, in memory. */
final class MemoryMoves implements Moves {
    private static final String ONLY = "";

    private final Table<String, Move> last;

    MemoryMoves(Deque<Runnable> undo) {
        last = new Table<>(Comparator.naturalOrder(), undo);
    }

    @Override
    public Optional<Move> last() {
        return Optional.ofNullable(last.get(ONLY));
    }

    @Override
    public void save(Move move) {
        last.put(ONLY, move);
    }
}
