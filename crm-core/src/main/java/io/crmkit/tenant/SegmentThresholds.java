package io.crmkit.tenant;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when on a tenant's contacts are in the automatic segments. Days are the tenant's calendar days.
 *
 * @param newDays new are those whose first contact was so many days ago or less; at least 1
 * @param activeDays active are those with whom something happened so many days ago or less; at least 1
 * @param atRiskDays at risk are those who wrote and with whom nothing happened for so many days or more; at least 1
 * @param highValueVisits of high value are those who came so many times; at least 1
 * @param spend and those who spent more than this in the tenant's currency; null for no such rule
 * @param frequentBookings frequent bookers have so many appointments, whatever became of them; at least 1
 * @param followUpAfter whoever waits so long or longer for an answer needs follow-up; zero or more
 * @since 0.1
 */
public record SegmentThresholds(
        int newDays,
        int activeDays,
        int atRiskDays,
        int highValueVisits,
        @Nullable BigDecimal spend,
        int frequentBookings,
        Duration followUpAfter) {
    /** 30, 7 and 60 days, two visits and no rule on spend, three appointments, four hours. */
    public static final SegmentThresholds DEFAULT = new SegmentThresholds(30, 7, 60, 2, null, 3, Duration.ofHours(4));

    public SegmentThresholds {
        if (Math.min(Math.min(newDays, activeDays), Math.min(atRiskDays, highValueVisits)) < 1
                || frequentBookings < 1) {
            throw new IllegalArgumentException("Thresholds of segments are at least 1");
        }
        if (Math.max(newDays, Math.max(activeDays, atRiskDays)) > 36_500) {
            throw new IllegalArgumentException("Days must be at most 36,500");
        }
        if (followUpAfter.isNegative() || followUpAfter.compareTo(Duration.ofDays(36_500)) > 0) {
            throw new IllegalArgumentException("followUpAfter must be 0 to 36,500 days");
        }
        if (spend != null && spend.signum() < 0) {
            throw new IllegalArgumentException("spend must be zero or more");
        }
    }

    public SegmentThresholds withDays(int fresh, int active, int atRisk) {
        return new SegmentThresholds(fresh, active, atRisk, highValueVisits, spend, frequentBookings, followUpAfter);
    }

    public SegmentThresholds withHighValue(int visits, @Nullable BigDecimal spendOver) {
        return new SegmentThresholds(
                newDays, activeDays, atRiskDays, visits, spendOver, frequentBookings, followUpAfter);
    }

    public SegmentThresholds withFrequentBookings(int bookings) {
        return new SegmentThresholds(newDays, activeDays, atRiskDays, highValueVisits, spend, bookings, followUpAfter);
    }

    public SegmentThresholds withFollowUpAfter(Duration wait) {
        return new SegmentThresholds(newDays, activeDays, atRiskDays, highValueVisits, spend, frequentBookings, wait);
    }

    /** Over which spend, if there is such a rule. */
    public Optional<BigDecimal> highValueSpend() {
        return Optional.ofNullable(spend);
    }
}
