package io.crmkit.testkit.simulator;

import io.crmkit.CrmSession;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Registers;
import io.crmkit.dossier.Scope;
import io.crmkit.move.Keepsake;
import io.crmkit.move.LastWord;
import io.crmkit.move.Luggage;
import io.crmkit.move.Restoration;
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
        if (restoration.begin().isEmpty()) {
            throw new IllegalStateException("There are contacts");
        }
        from.export(Scope.EVERYTHING, snapshot -> {
            Luggage luggage = Luggage.of(snapshot);
            for (Dossier dossier : snapshot) {
                List<Entry> entries = new ArrayList<>();
                dossier.entries(entries::add);
                List<Keepsake> keepsakes = new ArrayList<>();
                luggage.keepsakes(dossier, keepsakes::add);
                restoration.contacts(List.of(dossier.portrait()), entries, keepsakes);
            }
            registers(snapshot.registers(), restoration);
            luggage(luggage, restoration);
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
        from.setAside(each -> to.setAside(List.of(Map.entry(each.what(), each.receivedAt()))));
        List<Archive.Dismissal> dismissals = new ArrayList<>();
        from.dismissals(dismissals::add);
        to.dismissals(dismissals);
    }

    private static void luggage(Luggage from, Restoration to) {
        List<LastWord<MatchKey>> words = new ArrayList<>();
        from.words(words::add);
        to.words(words);
        from.strays(each -> to.strays(List.of(each)));
        from.erasures(each -> to.erasures(List.of(each)));
        from.goneMessages(to::goneMessages);
        to.lists(from.lists());
        from.reports(each -> to.reports(List.of(each)));
    }
}
