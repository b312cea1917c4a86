package io.crmkit.export;

import java.time.Instant;

/**
 * What is in an exported file, to be kept beside it.
 *
 * @param file its name, without the folder
 * @param schema what it is and in which version
 * @param tenant whose data
 * @param actor who asked for it
 * @param asOf of when the data are
 * @param scope which contacts, without what anybody typed
 * @param contacts how many contacts
 * @param rows how many lines, records or pages
 * @param bytes how long the file is
 * @param sha256 of the file, in hexadecimal digits
 * @since 0.1
 */
public record Manifest(
        String file,
        String schema,
        String tenant,
        String actor,
        Instant asOf,
        String scope,
        long contacts,
        long rows,
        long bytes,
        String sha256) {}
