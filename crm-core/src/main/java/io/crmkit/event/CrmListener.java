package io.crmkit.event;

/**
 * The host's ear within the transaction: called for each event after it was written and before anything is committed,
 * on the thread that does the work, in the order in which things happened.
 *
 * <p>What it throws reaches the caller and nothing is kept: the library's transaction is rolled back, or the host's to
 * where it was before the call. Where the library begins again, because somebody else was faster, it is called again for
 * what was rolled back; so it does nothing that a rollback does not undo.
 *
 * <p>What it writes itself commits with the event where the library works in the host's transaction; else that is a
 * transaction of the host's own. A session it asks answers as of after the event and writes within the same transaction.
 * Captures do not share a transaction where there is a listener. Thread-safe, and quick: rows are locked meanwhile.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CrmListener {
    void on(DomainEvent event);
}
