package io.crmkit.jpa;

/**
 * What to do about the tables when the storage opens.
 *
 * @since 0.1
 */
public enum SchemaMode {
    /** Create or upgrade them; nodes that start at once wait for each other. */
    CREATE,
    /** Refuse to open unless they are there in the version this library needs. The default. */
    VALIDATE,
    /** Trust that they are. */
    NONE
}
