package io.crmkit.capture;

import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes contacts over from a list. Each is matched by its identifiers and joins nobody; done twice it is done once.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class ContactImport {
    private final Access access;
    private final CaptureRules rules;
    private final Withheld withheld;

    public ContactImport(Access access, CaptureRules rules, Withheld withheld) {
        this.access = access;
        this.rules = rules;
        this.withheld = withheld;
    }

    /**
     * Takes contacts over, up to two hundred in a transaction.
     *
     * @param dryRun whether to say only what would become of each. A contact that stands in the list twice, two hundred
     *     rows apart, then counts as created twice.
     * @return what became of each, in the order given
     */
    public List<ImportOutcome> run(Actor actor, List<ImportedContact> contacts, boolean dryRun) {
        Entrance entrance = access.enter(actor, Action.IMPORT);
        List<ImportOutcome> outcomes = new ArrayList<>(contacts.size());
        for (int from = 0; from < contacts.size(); from += Capture.BATCH) {
            List<ImportedContact> batch = contacts.subList(from, Math.min(contacts.size(), from + Capture.BATCH));
            outcomes.addAll(Overtaken.begunAgain(
                    actor.tenant(),
                    () -> entrance.change((work, trace) -> {
                        ImportRun run = new ImportRun(actor.tenant(), work, rules, withheld, dryRun);
                        List<ImportOutcome> became = run.run(batch);
                        trace.of(run.concerned());
                        return became;
                    })));
        }
        return outcomes;
    }
}
