package io.crmkit.audit;

/**
 * The port that keeps checkpoints where whoever can write to the database cannot: a file on another machine, an object
 * store that forbids overwriting, a notary. Called in the background whenever entries were sealed, outside any
 * transaction. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CheckpointSink {
    /** Keeps none: then a chain that was cut or rewritten as a whole by somebody with the tenant's keys is not noticed. */
    CheckpointSink NONE = checkpoint -> {};

    /**
     * Keeps a checkpoint; durable when it returns. The same may come again, and an older one after a newer; neither may
     * displace what is kept. What it throws counts as not kept: it comes again, or a later one does.
     */
    void keep(Checkpoint checkpoint);
}
