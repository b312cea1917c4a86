package io.crmkit.appointment;

import java.time.Duration;
import java.util.Optional;

/**
 * How somebody calls appointments off.
 *
 * @param cancelled how many they called off; those the business called off are not theirs
 * @param late how many of these less than {@link Habits#LATE} before they were to begin
 * @param notice how long before, usually: the median; zero for what was called off after it began
 * @since 0.1
 */
public record Cancellations(int cancelled, int late, Optional<Duration> notice) {}
