package io.crmkit.due;

import java.time.Instant;
import java.util.UUID;

/**
 * Work that one worker has for the length of a lease.
 *
 * @param generation rises whenever the work is claimed or there is more of it, so that only the last one finishes it
 * @param attempts how often it was claimed since it last went well, this time included
 * @param since when the earliest of what is to be looked at happened
 * @since 0.1
 */
public record Claim(UUID subject, DueKind kind, int generation, int attempts, Instant since) {}
