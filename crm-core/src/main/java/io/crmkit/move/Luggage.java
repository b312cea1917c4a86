package io.crmkit.move;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Snapshot;
import io.crmkit.report.PlannedReport;
import io.crmkit.segment.SmartList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with contacts where a tenant is taken elsewhere, as of the moment of a snapshot: what was agreed with
 * them, asked for and said; who was erased; smart lists and reports. Not thread-safe.
 *
 * @since 0.1
 */
public final class Luggage {
    private static final int TOGETHER = 2_000;
    private static final int RUNS = 1_000;

    private final UnitOfWork work;
    private @Nullable List<ContactId> contacts;
    private Map<ContactId, List<Keepsake>> few = Map.of();
    private Map<ContactId, Integer> sendings = Map.of();
    private @Nullable Map<ContactId, List<Keepsake.Sent>> sent = Map.of();

    private Luggage(UnitOfWork work) {
        this.work = work;
    }

    public static Luggage of(Snapshot snapshot) {
        return new Luggage(snapshot.work());
    }

    /** Hands over what was agreed with a contact, asked for by it and said to it, without holding all of it. */
    public void keepsakes(Dossier of, Consumer<Keepsake> each) {
        List<ContactId> together = of.together();
        if (!together.equals(contacts)) {
            read(together);
        }
        few.getOrDefault(of.id(), List.of()).forEach(each);
        if (sent != null) {
            sent.getOrDefault(of.id(), List.of()).forEach(each);
        } else if (sendings.containsKey(of.id())) {
            alone(of.id(), each);
        }
    }

    private void read(List<ContactId> batch) {
        contacts = batch;
        few = work.keepsakes().of(batch);
        sendings = work.keepsakes().sendings(batch);
        int all = sendings.values().stream().mapToInt(Integer::intValue).sum();
        sent = all > TOGETHER ? null : all == 0 ? Map.of() : work.keepsakes().sent(batch);
    }

    private void alone(ContactId contact, Consumer<Keepsake> each) {
        UUID after = null;
        List<Keepsake.Sent> page;
        do {
            page = work.keepsakes().sent(contact, after, TOGETHER);
            page.forEach(each);
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == TOGETHER);
    }

    /** The last word on each identifier. */
    public void words(Consumer<LastWord<MatchKey>> each) {
        work.keepsakes().words(each);
    }

    /** What people asked for who are no contacts any more. */
    public void strays(Consumer<Keepsake.Asked> each) {
        work.keepsakes().strays(each);
    }

    /** Who was erased. */
    public void erasures(Consumer<Buried> each) {
        work.graveyard().erasures(each);
    }

    /** What stands for messages that do not come back, some hundred at a time. */
    public void goneMessages(Consumer<Set<String>> some) {
        work.graveyard().messages(some);
    }

    /** The smart lists, by key. */
    public List<SmartList> lists() {
        return work.smartLists().all();
    }

    /** The reports that come by themselves, by key, each with its thousand newest runs. */
    public void reports(Consumer<PlannedRuns> each) {
        for (PlannedReport planned : work.reports().all()) {
            UUID id = work.reports().id(planned.report().key());
            each.accept(new PlannedRuns(
                    planned.report(), planned.nextAt(), work.reports().runs(id, RUNS)));
        }
    }
}
