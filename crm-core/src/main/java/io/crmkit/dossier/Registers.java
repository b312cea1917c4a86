package io.crmkit.dossier;

import io.crmkit.UnitOfWork;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.Pair;
import io.crmkit.duplicate.Duplicates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has beside its contacts, as of the moment of a snapshot: what it takes to be the same elsewhere. Hands over
 * one after the other, in any order. Not thread-safe.
 *
 * @since 0.1
 */
public final class Registers {
    private static final int PAGE = 200;

    private final UnitOfWork work;

    Registers(UnitOfWork work) {
        this.work = work;
    }

    /** Identifiers that nobody holds or that changed hands. */
    public void identifiers(Consumer<Origins.Held> each) {
        work.archive().identifiers(each);
    }

    /** Everything that was stated about who is who. */
    public void statements(Consumer<IdentityStatement> each) {
        work.archive().statements(each);
    }

    /** Who is called one person although their identifiers contradict. */
    public void contradictions(Consumer<Archive.Contradiction> each) {
        work.archive().contradictions(each);
    }

    /** Updates that wait for their message. */
    public void parked(Consumer<ParkedUpdate> each) {
        work.archive().parked(each);
    }

    /** What could not be understood. */
    public void setAside(Consumer<SetAside> each) {
        UUID after = null;
        List<SetAside> page;
        do {
            page = work.setAsides().page(after, PAGE);
            page.forEach(each);
            after = last(page);
        } while (page.size() == PAGE);
    }

    private static @Nullable UUID last(List<SetAside> page) {
        return page.isEmpty() ? null : page.get(page.size() - 1).id();
    }

    /** Who was said not to be a duplicate, as far as the same speaks for it as did then. */
    public void dismissals(Consumer<Archive.Dismissal> each) {
        work.archive().dismissals(dismissal -> {
            Pair pair = dismissal.pair();
            if (!work.dismissals()
                    .among(Map.of(pair, Duplicates.evidence(work, pair)))
                    .isEmpty()) {
                each.accept(dismissal);
            }
        });
    }
}
