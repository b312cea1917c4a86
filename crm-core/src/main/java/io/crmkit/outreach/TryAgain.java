package io.crmkit.outreach;

import io.crmkit.due.Claim;
import io.crmkit.due.DueTask;
import io.crmkit.outreach.Sending.State;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tries messages again that could not be sent, and finds those whose sender died while it called: of these it is not known
 * whether they were sent. Thread-safe.
 */
public final class TryAgain implements DueTask {
    private final Courier courier;
    private final Access access;

    public TryAgain(Courier courier, Access access) {
        this.courier = courier;
        this.access = access;
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        Optional<Sending> calling = courier.within(tenant, work -> {
            Optional<Sending> again = courier.again(work, tenant, claim.subject(), courier.now());
            again.ifPresent(sending -> access.onBehalf(work, sending.by(), Action.SEND, List.of(sending.contact())));
            return again;
        });
        calling.ifPresent(sending -> courier.call(tenant, sending));
        return courier.within(
                tenant,
                work -> courier.held(work, claim.subject())
                        .map(sending -> {
                            Instant now = courier.now();
                            if (sending.state() == State.WAITING) {
                                return new Result.Later(sending.at());
                            }
                            Instant over = sending.at().plus(Courier.LONGEST_CALL);
                            if (sending.state() == State.CALLING && over.isAfter(now)) {
                                return new Result.Later(over);
                            } else if (sending.state() == State.CALLING) {
                                work.sendings().save(sending.unknown(now));
                            }
                            return new Result.Done();
                        })
                        .orElseGet(Result.Done::new));
    }
}
