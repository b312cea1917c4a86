package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.StorageUnavailable;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.due.DueKind;
import io.crmkit.testkit.Requirement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whichever call to the database fails, a capture leaves all or nothing, and done again it is there once. */
@Requirement({"CAP-3", "CAP-12"})
abstract class FailingCallsRules {
    private final HikariDataSource pool;
    private final Faults faults = new Faults();
    private final JpaStorage storage;

    FailingCallsRules(TestDatabase database) {
        pool = database.freshPool(2);
        storage = JpaStorage.on(faults.in(pool), EphemeralKeys.create(), SchemaMode.CREATE);
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @Test
    void ofTheFirstMessageOfATenant() throws SQLException {
        failEachCall(clinic -> {}, Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
    }

    @Test
    void ofANewContact() throws SQLException {
        failEachCall(
                clinic -> clinic.capture(Clinic.wrote(Clinic.somebody(1), "m0", 0, "Hola")),
                Clinic.wrote(Clinic.ANA, "m1", 1, "Hola"));
    }

    @Test
    void ofAKnownContact() throws SQLException {
        failEachCall(
                clinic -> clinic.capture(Clinic.wrote(Clinic.ANA, "m0", 0, "Hola")),
                Clinic.wrote(Clinic.ANA.named("Ana María"), "m1", 1, "¿Hay turno?"),
                Clinic.answered(Clinic.ANA, "m2", 2, "Sí"),
                Clinic.read(Clinic.ANA, "m2", 3));
    }

    @Test
    void ofAMessageThatStatesTwoContactsToBeOne() throws SQLException {
        failEachCall(
                clinic -> {
                    clinic.capture(Clinic.wrote(Clinic.ANA, "m0", 0, "Hola"));
                    clinic.capture(Clinic.wrote(Party.of(Clinic.ANA_USER), "m1", 1, "Hola"));
                },
                Clinic.wrote(Party.of(Clinic.ANA_PHONE, Clinic.ANA_USER), "m2", 2, "Soy la misma"));
    }

    @Test
    void ofANumberThatTurnsOutToHaveChangedHands() throws SQLException {
        Identifier next = Identifier.phone("5491155550999");
        failEachCall(
                clinic -> clinic.capture(
                        Clinic.wrote(Clinic.ANA, "m0", 0, "Soy Ana"),
                        Clinic.wrote(Party.of(Clinic.ANA_PHONE).named("Eva"), "m1", 60, "Soy Eva")),
                new IdentityEvent(
                        Clinic.WHATSAPP, Party.of(next).formerly(Clinic.ANA_PHONE), Clinic.minute(30), false));
    }

    @Test
    void ofALateMessageThatBridgesConversations() throws SQLException {
        failEachCall(
                clinic -> clinic.capture(
                        Clinic.wrote(Clinic.ANA, "m0", 0, "Hola"),
                        Clinic.wrote(Clinic.ANA, "m2", 40 * 60, "¿Hay alguien?")),
                Clinic.wrote(Clinic.ANA, "m1", 20 * 60, "Sigo acá"));
    }

    @Test
    void ofAnUpdateThatHasToWait() throws SQLException {
        failEachCall(
                clinic -> clinic.capture(Clinic.wrote(Clinic.ANA, "m0", 0, "Hola")), Clinic.read(Clinic.ANA, "m1", 2));
    }

    @Test
    void ofAMessageThatItsUpdatesWaitedFor() throws SQLException {
        failEachCall(
                clinic -> clinic.capture(Clinic.wrote(Clinic.ANA, "m0", 0, "Hola"), Clinic.read(Clinic.ANA, "m1", 2)),
                Clinic.answered(Clinic.ANA, "m1", 1, "Buen día"));
    }

    @Test
    void ofWhatIsSetAside() throws SQLException {
        failEachCall(
                clinic -> clinic.capture(Clinic.wrote(Clinic.ANA, "m0", 0, "Hola")),
                new Unreadable("whatsapp", "", "unknown field", "{\"odd\":1}"));
    }

    private void failEachCall(Consumer<CrmSession> given, InboundEvent... events) throws SQLException {
        CrmSession untouched = Clinic.on(storage, "untouched");
        given.accept(untouched);
        untouched.capture(events);
        String told = Stored.of(untouched).assertWhole().told();
        Map<String, Integer> counts = counts(Rows.of(pool, "untouched"));
        for (Faults.Kind kind : Faults.Kind.values()) {
            int calls = 1;
            while (fails(calls, kind, given, List.of(events), told, counts)) {
                calls++;
            }
            assertThat(calls).as("calls of the use case").isGreaterThan(2);
        }
    }

    /** Whether there was such a call. */
    private boolean fails(
            int call,
            Faults.Kind kind,
            Consumer<CrmSession> given,
            List<InboundEvent> events,
            String told,
            Map<String, Integer> counts)
            throws SQLException {
        String tenant = kind.name().toLowerCase(Locale.ROOT) + call;
        CrmSession clinic = Clinic.on(storage, tenant);
        given.accept(clinic);
        Map<String, List<String>> before = Rows.of(pool, tenant);
        faults.failAt(call, kind);
        if (kind == Faults.Kind.OVERTAKEN) {
            clinic.capture(events);
        } else {
            boolean cut = cut(clinic, events);
            Map<String, List<String>> after = Rows.of(pool, tenant);
            if (faults.committed()) {
                assertThat(counts(after))
                        .as("half a capture after call " + call)
                        .isEqualTo(counts);
            } else {
                assertThat(cut).isTrue();
                assertThat(after).as("left by call " + call).isEqualTo(before);
            }
        }
        boolean reached = faults.disarm();
        clinic.capture(events);
        assertThat(Stored.of(clinic).assertWhole().told()).as(kind + " " + call).isEqualTo(told);
        assertThat(counts(Rows.of(pool, tenant))).as(kind + " " + call).isEqualTo(counts);
        return reached;
    }

    private static boolean cut(CrmSession clinic, List<InboundEvent> events) {
        try {
            clinic.capture(events);
            return false;
        } catch (StorageUnavailable cut) {
            return true;
        }
    }

    /** Without what tells who read what since, and what seals that. */
    private static Map<String, Integer> counts(Map<String, List<String>> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach((table, lines) -> counts.put(table, lines.size()));
        counts.remove("crm_audit");
        counts.remove("crm_audit_contact");
        String sealing = String.valueOf(Codes.DUE.code(DueKind.SEAL_AUDIT));
        counts.put("crm_due", (int) rows.getOrDefault("crm_due", List.of()).stream()
                .filter(row -> !row.split("\\|", -1)[2].equals(sealing))
                .count());
        return counts;
    }
}
