package io.crmkit.bulk;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactSummary;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Courier;
import io.crmkit.outreach.Objection;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Selections;
import io.crmkit.tenant.TenantId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what a broadcast would come to, a page of contacts at a time. Used once, within one unit of work. */
final class Rehearsal {
    /** So many that a table read whole for each page is not read often; a few MB of them. */
    private static final int PAGE = 4_000;

    private final UnitOfWork work;
    private final TenantId tenant;
    private final Campaign campaign;
    private final Courier courier;
    private final Map<Objection.Reason, Integer> leftOut = new EnumMap<>(Objection.Reason.class);
    private int chosen;
    private int allowed;

    Rehearsal(UnitOfWork work, TenantId tenant, Campaign campaign, Courier courier) {
        this.work = work;
        this.tenant = tenant;
        this.campaign = campaign;
        this.courier = courier;
    }

    BroadcastPreview of(Chosen contacts, AsOf asOf) {
        if (contacts instanceof Chosen.These these) {
            these.ids().stream().sorted().forEach(contact -> {
                List<ContactSummary> found =
                        work.contacts().find(contact).stream().toList();
                if (found.isEmpty()) {
                    boolean restricted =
                            !work.restrictions().among(Set.of(contact)).isEmpty();
                    leaveOut(restricted ? Objection.Reason.RESTRICTED : Objection.Reason.UNKNOWN_CONTACT);
                }
                count(found);
            });
        } else {
            count(((Chosen.All) contacts).criterion(), asOf);
        }
        return new BroadcastPreview(chosen, allowed, leftOut);
    }

    private void count(Criterion criterion, AsOf now) {
        AsOf asOf = now.among(work.smartLists(), criterion);
        asOf.check(criterion);
        ContactQuery query = ContactQuery.of(criterion);
        Selections.@Nullable Cursor after = null;
        List<ContactSummary> page;
        do {
            page = work.selections().page(query, asOf, after, PAGE);
            count(page);
            after = page.isEmpty() ? null : Selections.Cursor.behind(query.order(), page.get(page.size() - 1));
        } while (page.size() == PAGE);
    }

    private void count(List<ContactSummary> contacts) {
        Map<?, Objection.Reason> objections = courier.foresee(work, tenant, campaign, contacts);
        objections.values().forEach(this::leaveOut);
        chosen += contacts.size() - objections.size();
        allowed += contacts.size() - objections.size();
    }

    private void leaveOut(Objection.Reason reason) {
        chosen++;
        leftOut.merge(reason, 1, Integer::sum);
    }
}
