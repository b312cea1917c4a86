package io.crmkit.segment;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.segment.Criterion.Counter;
import io.crmkit.segment.Window.Moment;
import io.crmkit.tenant.SegmentThresholds;
import io.crmkit.tenant.TenantSettings;
import java.util.EnumSet;
import java.util.Set;

/**
 * A segment that every tenant has, by thresholds of its own. Its key is its name in small letters.
 *
 * @since 0.1
 */
public enum AutomaticSegment {
    /** First contact lately. */
    NEW {
        @Override
        public Criterion criterion(TenantSettings settings) {
            return new Criterion.NewFor(settings.segments().newDays());
        }
    },
    /** Something happened lately. */
    ACTIVE {
        @Override
        public Criterion criterion(TenantSettings settings) {
            return new Criterion.LastContact(
                    new Window(new Moment.InDays(-settings.segments().activeDays()), null));
        }
    },
    /** The customer wrote at least once, and nothing has happened for long. */
    AT_RISK {
        @Override
        public Criterion criterion(TenantSettings settings) {
            return Criterion.all(
                    Criterion.silentFor(settings.segments().atRiskDays()),
                    new Criterion.Counted(Counter.FROM_CUSTOMER, 1, Integer.MAX_VALUE));
        }
    },
    /** Came several times, or spent much. */
    HIGH_VALUE {
        @Override
        public Criterion criterion(TenantSettings settings) {
            SegmentThresholds thresholds = settings.segments();
            Criterion came = new Dealt.Appointments(
                    Set.of(AppointmentStatus.ATTENDED), Window.EVER, thresholds.highValueVisits(), Integer.MAX_VALUE);
            return thresholds
                    .highValueSpend()
                    .map(amount ->
                            Criterion.any(came, new Dealt.Amount(Dealt.Sum.SPEND, settings.currency(), amount, null)))
                    .orElse(came);
        }
    },
    /** Booked often, whatever became of it. */
    FREQUENT_BOOKERS {
        @Override
        public Criterion criterion(TenantSettings settings) {
            return new Dealt.Appointments(
                    EnumSet.allOf(AppointmentStatus.class),
                    Window.EVER,
                    settings.segments().frequentBookings(),
                    Integer.MAX_VALUE);
        }
    },
    /** Waits for an answer for long, or a person was called for. */
    NEEDS_FOLLOW_UP {
        @Override
        public Criterion criterion(TenantSettings settings) {
            return Criterion.any(new Talked.Awaits(settings.segments().followUpAfter()), new Talked.Called());
        }
    };

    /** Who is in it, by these settings. */
    public abstract Criterion criterion(TenantSettings settings);

    public SegmentKey key() {
        return SegmentKey.of(this);
    }
}
