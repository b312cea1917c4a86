package io.crmkit.export;

/**
 * What became of an export.
 *
 * @since 0.1
 */
public sealed interface ExportOutcome {
    /** The file is there, whole, and its manifest beside it. */
    record Written(Manifest manifest) implements ExportOutcome {}

    /**
     * It was stopped and nothing is there.
     *
     * @param contacts how far it had come
     */
    record Cancelled(long contacts) implements ExportOutcome {}
}
