package io.crmkit.rights;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Changes;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.Overtaken;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Selections;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Removes what was kept long enough, some at a time, each time in a transaction of its own: whenever it is broken off, the
 * next run goes on. Thread-safe.
 */
public record Retaining(Storage storage, Access access, CaptureRules rules, Erasing erasing) {
    private static final int TOGETHER = 200;

    /** How many of each kind were older, and are gone by now unless it is a dry run. */
    Map<Retention.Kind, Long> run(TenantId tenant, String by, Retention retention, boolean dryRun) {
        Map<Retention.Kind, Long> expired = new EnumMap<>(Retention.Kind.class);
        retention.keep().forEach((kind, time) -> {
            Instant before = rules.clock().instant().minus(time);
            expired.put(
                    kind,
                    switch (kind) {
                        case PENDING_UPDATES -> updates(tenant, before, dryRun);
                        case SET_ASIDES -> setAsides(tenant, before, dryRun);
                        case SILENT_CONTACTS -> contacts(tenant, by, before, dryRun);
                    });
        });
        return expired;
    }

    private long updates(TenantId tenant, Instant before, boolean dryRun) {
        if (dryRun) {
            return within(tenant, work -> work.pendingUpdates().count(before));
        }
        long all = 0;
        int some;
        do {
            some = within(tenant, work -> {
                List<ParkedUpdate> taken = work.pendingUpdates().take(before, TOGETHER);
                Changes changes = new Changes();
                // From now on, so that there is time to look at it.
                taken.forEach(update ->
                        changes.setAside().put(unreadable(update), rules.clock().instant()));
                work.ledger().record(changes);
                return taken.size();
            });
            all += some;
        } while (some > 0);
        return all;
    }

    private static Unreadable unreadable(ParkedUpdate update) {
        return new Unreadable(
                update.target().account().channel(),
                update.target().account().account(),
                "Its message did not come.",
                "Of message " + update.target().id() + " at " + update.update().at() + ": " + said(update.update()));
    }

    private static String said(MessageUpdate update) {
        if (update instanceof StatusReached status) {
            return status.state().toString();
        } else if (update instanceof MessageEdited edit) {
            return "edited to " + edit.content().text();
        }
        return update instanceof Reacted reaction ? "reaction " + reaction.emoji() : "deleted";
    }

    private long setAsides(TenantId tenant, Instant before, boolean dryRun) {
        long all = 0;
        @Nullable UUID after = null;
        List<SetAside> page;
        do {
            @Nullable UUID from = after;
            page = within(tenant, work -> {
                List<SetAside> some = work.setAsides().page(from, TOGETHER);
                if (!dryRun) {
                    some.stream()
                            .filter(each -> each.receivedAt().isBefore(before))
                            .forEach(each -> work.setAsides().remove(each.id()));
                }
                return some;
            });
            all += page.stream()
                    .filter(each -> each.receivedAt().isBefore(before))
                    .count();
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == TOGETHER);
        return all;
    }

    private long contacts(TenantId tenant, String by, Instant before, boolean dryRun) {
        List<ContactId> silent = new ArrayList<>();
        ContactQuery query = ContactQuery.of(new Criterion.LastContact(null, before));
        AsOf asOf = new AsOf(rules.clock().instant(), rules.tenants().settings(tenant));
        Selections.@Nullable Cursor after = null;
        List<ContactSummary> page;
        do {
            Selections.@Nullable Cursor from = after;
            page = within(tenant, work -> work.selections().page(query, asOf, from, TOGETHER));
            page.stream()
                    .filter(each -> each.activity()
                            .lastContactAt()
                            .filter(last -> last.isBefore(before))
                            .isPresent())
                    .forEach(each -> silent.add(each.id()));
            after = page.isEmpty() ? null : Selections.Cursor.behind(query.order(), page.get(page.size() - 1));
        } while (page.size() == TOGETHER);
        if (!dryRun) {
            silent.forEach(contact -> erase(tenant, by, contact));
        }
        return silent.size();
    }

    /** On record like one that somebody asked for, in the name of who had the old removed. */
    private void erase(TenantId tenant, String by, ContactId contact) {
        erasing.erase(
                tenant,
                by,
                contact,
                shredding -> storage.within(tenant, work -> {
                    Optional<Erasure> begun = shredding.apply(work);
                    access.onBehalf(work, by, Action.ERASE_CONTACT, Set.of(contact));
                    return begun;
                }));
    }

    private <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return Overtaken.begunAgain(tenant, () -> storage.within(tenant, work));
    }
}
