package io.crmkit.segment;

import java.time.Instant;
import java.util.Optional;

/**
 * That a contact is in a segment.
 *
 * @param since from when on it has been in it without a break, by the times of what happened with it and by the clock;
 *     empty where that lies before what is looked at, or nothing happened with it
 * @param because what it fulfils
 * @since 0.1
 */
public record Membership(Segment segment, Optional<Instant> since, Explanation because) {}
