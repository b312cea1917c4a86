package io.crmkit.jpa;

import io.crmkit.capture.Changes;
import io.crmkit.capture.Overtaken;
import io.crmkit.capture.Recall;
import io.crmkit.capture.Recollection;
import io.crmkit.capture.Recollection.Held;
import io.crmkit.capture.Recollection.Line;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What one unit of work recalls of contacts and what it makes of them, until it is known whether it counts. */
final class Encounter {
    private final Acquaintances acquaintances;
    private final Sql sql;
    private final Sealing sealing;
    private final Set<MatchKey> asked = new HashSet<>();
    private final Recollection known = Recollection.blank();
    private boolean byHeart;
    private boolean plain = true;
    private boolean reads;

    Encounter(Acquaintances acquaintances, Sql sql, Sealing sealing) {
        this.acquaintances = acquaintances;
        this.sql = sql;
        this.sealing = sealing;
    }

    /** What is known by heart, where that is all that is asked and the first thing this unit of work asks. */
    Optional<Recollection> recall(Recall recall) {
        if (reads || !asked.isEmpty() || !sql.alone() || sql.vendor() != Vendor.POSTGRESQL) {
            return Optional.empty();
        }
        Optional<Recollection> all = acquaintances.recall(sql.tenant(), recall, sealing);
        all.ifPresent(found -> {
            byHeart = true;
            learn(recall, found);
        });
        return all;
    }

    void learn(Recall recall, Recollection found) {
        asked.addAll(recall.keys());
        known.holders().putAll(found.holders());
        known.namings().putAll(found.namings());
        known.statements().putAll(found.statements());
        known.latest().putAll(found.latest());
        known.tombstones().keys().putAll(found.tombstones().keys());
    }

    /** Says that nothing is to be done by heart. */
    void readAlways() {
        reads = true;
    }

    /** Whether nothing was read, so that nothing is locked yet and everything is to be checked. */
    boolean byHeart() {
        return byHeart;
    }

    /** The keys that were asked for. */
    Set<MatchKey> asked() {
        return asked;
    }

    /**
     * Begins again with reading, if nothing was read.
     *
     * @throws Overtaken to begin again
     */
    void insistOnReading() {
        if (byHeart) {
            throw new Overtaken("More than a message of a known contact: it has to be read");
        }
    }

    /** Notes that who is who, or what belongs to which conversation, is decided anew. */
    void rearranged() {
        insistOnReading();
        plain = false;
    }

    void made(Changes changes) {
        changes.contacts()
                .forEach(contact -> contact.identifiers()
                        .keySet()
                        .forEach(key -> known.holders().put(key, new Held(contact.id(), null))));
        known.namings().putAll(changes.namings());
        for (IdentityStatement statement : changes.statements().keySet()) {
            if (!statement.listed() && statement.before().isEmpty()) {
                known.statements()
                        .merge(statement.now(), statement.at(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        changes.conversations().forEach(conversation -> {
            if (conversation.latest()) {
                known.latest().put(new Line(conversation.contact(), conversation.account()), conversation);
            }
        });
    }

    /** Told after the transaction committed. */
    void committed() {
        if (!sql.alone()) {
            return;
        }
        if (plain) {
            acquaintances.keep(sql.tenant(), asked, known, sealing);
        } else {
            failed();
        }
    }

    /** Told when it may not have committed. */
    void failed() {
        acquaintances.forget(sql.tenant(), asked, known);
    }
}
