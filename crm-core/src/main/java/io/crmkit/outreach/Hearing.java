package io.crmkit.outreach;

import io.crmkit.capture.Capture;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.capture.Outcome;
import io.crmkit.privacy.Actor;
import java.util.List;

/**
 * Captures events; what tells of a message that was not known to be sent puts that into the timeline as well. Thread-safe.
 */
public record Hearing(Capture capture, Courier courier) {
    /** Captures events of the actor's tenant, like {@link Capture#capture}. */
    public CaptureReceipt capture(Actor actor, List<InboundEvent> events) {
        CaptureReceipt receipt = capture.capture(actor, events);
        for (int i = 0; i < events.size(); i++) {
            if (receipt.outcomes().get(i) instanceof Outcome.Parked
                    && events.get(i) instanceof UpdateEvent update
                    && update.sending() != null) {
                courier.heard(actor.tenant(), update.sending(), update.target());
            }
        }
        return receipt;
    }
}
