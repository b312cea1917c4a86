package io.crmkit.bulk;

/**
 * What became of the request for a bulk job.
 *
 * @since 0.1
 */
public sealed interface BulkStart {
    /** It is noted and done in the background; asked for before, this is the job of then. */
    record Accepted(BulkJob job) implements BulkStart {}

    /** The key names another request already. Nothing is done. */
    record KeyTaken() implements BulkStart {}
}
