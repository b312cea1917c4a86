package io.crmkit.membership;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Contacts;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Looks which segments all contacts are in once segments are defined anew, a batch in a transaction: as many queries for
 * a batch as for one contact. Broken off, it goes on where it ended. Thread-safe.
 */
public final class AllSegments implements DueTask {
    private static final int BATCH = 200;
    /** Well within a lease. */
    private static final int BATCHES = 100;

    private final Storage storage;
    private final Definitions definitions;

    public AllSegments(Storage storage, Definitions definitions) {
        this.storage = storage;
        this.definitions = definitions;
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        for (int i = 0; i < BATCHES; i++) {
            if (storage.within(tenant, work -> done(work, tenant))) {
                return new Result.Done();
            }
        }
        return new Result.Later(definitions.clock().instant());
    }

    private boolean done(UnitOfWork work, TenantId tenant) {
        Definitions.Now now = definitions.now(work, tenant);
        String digest = now.digest(work);
        Survey survey = work.memberships()
                .holdSurvey()
                .filter(known -> known.definitions().equals(digest))
                .orElseGet(() -> new Survey(digest, null, false));
        if (survey.done()) {
            return true;
        }
        List<ContactSummary> batch = work.contacts().byFirstContact(survey.reached(), BATCH);
        List<ContactId> contacts = batch.stream().map(ContactSummary::id).toList();
        Map<ContactId, Instant> flips = new Assessment(work, now).of(contacts);
        work.due()
                .add(flips.entrySet().stream()
                        .map(flip -> Due.atOnce(flip.getKey().value(), DueKind.SEGMENTS, flip.getValue()))
                        .toList());
        boolean last = batch.size() < BATCH;
        Contacts.Cursor reached = last ? null : behind(batch.get(batch.size() - 1));
        work.memberships().save(new Survey(digest, reached, last));
        return last;
    }

    private static Contacts.Cursor behind(ContactSummary last) {
        return new Contacts.Cursor(last.activity().first(), last.id());
    }
}
