package io.crmkit.dossier;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Selections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a scope as of one moment, whatever is captured meanwhile. Read once, in batches, from front to end;
 * whoever has enough stops taking. Not thread-safe, and of no use outside the work it was handed to.
 *
 * @since 0.1
 */
public final class Snapshot implements Iterable<Dossier> {
    /** So many contacts are read at once. */
    static final int BATCH = 200;

    private final UnitOfWork work;
    private final AsOf asOf;
    private final Scope scope;
    private final Consumer<List<ContactId>> taken;

    /** @param taken is told whom it is about to hand over */
    Snapshot(UnitOfWork work, AsOf asOf, Scope scope, Consumer<List<ContactId>> taken) {
        this.work = work;
        this.asOf = asOf;
        this.scope = scope;
        this.taken = taken;
    }

    /** What it is read by, for whoever reads more as of the same moment. */
    public UnitOfWork work() {
        return work;
    }

    /** When, and by whose settings. */
    public AsOf asOf() {
        return asOf;
    }

    public Scope scope() {
        return scope;
    }

    /** What the tenant has beside its contacts. */
    public Registers registers() {
        return new Registers(work);
    }

    /** How many contacts there are. */
    public long contacts() {
        return scope instanceof Scope.Matching matching
                ? work.selections().count(matching.query().criterion(), asOf)
                : new Walk(chosen(((Scope.Chosen) scope).contacts()), counted -> {}).count();
    }

    @Override
    public Iterator<Dossier> iterator() {
        return new Walk(
                scope instanceof Scope.Matching matching
                        ? matching(matching.query())
                        : chosen(((Scope.Chosen) scope).contacts()),
                taken);
    }

    private Supplier<List<ContactSummary>> matching(ContactQuery query) {
        return new Supplier<>() {
            private Selections.@Nullable Cursor after;
            private boolean more = true;

            @Override
            public List<ContactSummary> get() {
                List<ContactSummary> page =
                        more ? work.selections().page(query, asOf, after, BATCH) : List.<ContactSummary>of();
                more = page.size() == BATCH;
                if (more) {
                    after = Selections.Cursor.behind(query.order(), page.get(BATCH - 1));
                }
                return page;
            }
        };
    }

    private Supplier<List<ContactSummary>> chosen(List<ContactId> contacts) {
        Set<ContactId> taken = new HashSet<>();
        Iterator<ContactId> left = contacts.iterator();
        return () -> {
            List<ContactSummary> batch = new ArrayList<>();
            while (left.hasNext() && batch.size() < BATCH) {
                work.contacts().find(left.next()).filter(c -> taken.add(c.id())).ifPresent(batch::add);
            }
            return batch;
        };
    }

    /** Goes from batch to batch until there is none. */
    private final class Walk implements Iterator<Dossier> {
        private final Supplier<List<ContactSummary>> batches;
        private final Consumer<List<ContactId>> taker;
        private Iterator<Dossier> current = List.<Dossier>of().iterator();

        Walk(Supplier<List<ContactSummary>> batches, Consumer<List<ContactId>> taker) {
            this.batches = batches;
            this.taker = taker;
        }

        @Override
        public boolean hasNext() {
            if (!current.hasNext()) {
                List<ContactSummary> next = batches.get().stream()
                        .map(summary -> summary.activeSince(asOf.activeSince()))
                        .toList();
                if (!next.isEmpty()) {
                    taker.accept(next.stream().map(ContactSummary::id).toList());
                }
                Batch batch = new Batch(work, next);
                current = next.stream()
                        .map(summary -> new Dossier(batch, summary))
                        .iterator();
            }
            return current.hasNext();
        }

        @Override
        public Dossier next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }

        long count() {
            long count = 0;
            while (hasNext()) {
                next();
                count++;
            }
            return count;
        }
    }
}
