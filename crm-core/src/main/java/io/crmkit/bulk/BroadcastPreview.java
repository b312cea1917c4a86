package io.crmkit.bulk;

import io.crmkit.outreach.Objection;
import java.util.Map;

/**
 * What a broadcast would come to if it were sent now.
 *
 * @param chosen how many contacts it is for
 * @param allowed how many would be sent it
 * @param leftOut how many would not, by the first thing that speaks against it; {@code QUIET_HOURS} and {@code TOO_OFTEN}
 *     are come back to
 * @since 0.1
 */
public record BroadcastPreview(int chosen, int allowed, Map<Objection.Reason, Integer> leftOut) {
    public BroadcastPreview {
        leftOut = Map.copyOf(leftOut);
    }
}
