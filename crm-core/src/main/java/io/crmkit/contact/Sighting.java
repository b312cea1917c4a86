package io.crmkit.contact;

import java.time.Instant;

/**
 * Whoever held an identifier at a time: a way to mean a person that stays true whatever is learned later.
 *
 * @since 0.1
 */
public record Sighting(MatchKey key, Instant at) {}
