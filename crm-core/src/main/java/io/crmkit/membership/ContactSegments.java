package io.crmkit.membership;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Looks which segments a contact is in once something of it changed, or the clock does. Due again at the moment at which
 * the clock alone changes that. Thread-safe.
 */
public final class ContactSegments implements DueTask {
    private final Storage storage;
    private final Definitions definitions;

    public ContactSegments(Storage storage, Definitions definitions) {
        this.storage = storage;
        this.definitions = definitions;
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        ContactId contact = new ContactId(claim.subject());
        Map<ContactId, Instant> flips = storage.within(tenant, work -> {
            Definitions.Now now = definitions.now(work, tenant);
            if (outdated(work, now)) {
                work.due()
                        .add(List.of(Due.atOnce(
                                Due.EVERYBODY,
                                DueKind.SURVEY_SEGMENTS,
                                now.asOf().now())));
            }
            return new Assessment(work, now).of(List.of(contact));
        });
        Instant flip = flips.get(contact);
        return flip == null ? new Result.Done() : new Result.Later(flip);
    }

    private static boolean outdated(UnitOfWork work, Definitions.Now now) {
        return work.memberships()
                .survey()
                .filter(survey -> survey.definitions().equals(now.digest(work)))
                .isEmpty();
    }
}
