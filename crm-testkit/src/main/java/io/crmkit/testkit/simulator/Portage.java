package io.crmkit.testkit.simulator;

import io.crmkit.CrmSession;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Registers;
import io.crmkit.dossier.Restoration;
import io.crmkit.dossier.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes everything from one tenant over into another, without a file in between.
 *
 * @since 0.1
 */
public final class Portage {
    private Portage() {}

    /** From the first session's tenant into the second's. */
    public static void carry(CrmSession from, CrmSession to) {
        Restoration restoration = to.restoration();
        if (!restoration.possible()) {
            throw new IllegalStateException("There are contacts");
        }
        from.export(Scope.EVERYTHING, snapshot -> {
            for (Dossier dossier : snapshot) {
                List<Entry> entries = new ArrayList<>();
                dossier.entries(entries::add);
                restoration.contacts(List.of(dossier.portrait()), entries);
            }
            registers(snapshot.registers(), restoration);
            return from;
        });
    }

    private static void registers(Registers from, Restoration to) {
        List<Origins.Held> held = new ArrayList<>();
        from.identifiers(held::add);
        to.identifiers(held);
        List<IdentityStatement> statements = new ArrayList<>();
        from.statements(statements::add);
        to.statements(statements);
        List<Archive.Contradiction> contradictions = new ArrayList<>();
        from.contradictions(contradictions::add);
        to.contradictions(contradictions);
        List<ParkedUpdate> parked = new ArrayList<>();
        from.parked(parked::add);
        to.parked(parked);
        from.setAside(each -> to.setAside(Map.of(each.what(), each.receivedAt())));
        List<Archive.Dismissal> dismissals = new ArrayList<>();
        from.dismissals(dismissals::add);
        to.dismissals(dismissals);
    }
}
