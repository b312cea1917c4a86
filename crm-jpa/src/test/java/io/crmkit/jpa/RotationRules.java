package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmException;
import io.crmkit.CrmSession;
import io.crmkit.testkit.Requirement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tenant gets a newer key while it works, and however often that is broken off, everything is guarded by it. */
@Requirement("PRV-1")
abstract class RotationRules {
    private final EphemeralKeys root = EphemeralKeys.create();
    private final HikariDataSource pool;
    private int people;

    RotationRules(TestDatabase database) {
        pool = database.freshPool(12);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private JpaStorage node() {
        return JpaStorage.on(pool, root, SchemaMode.CREATE);
    }

    private void somebodyNew(CrmSession clinic) {
        people++;
        clinic.capture(Clinic.wrote(Clinic.somebody(people).named("P" + people), "p" + people, people, "Hola"));
    }

    private void everythingIsReadable(CrmSession clinic) {
        assertThat(Stored.of(clinic).assertWhole().providerIds()).hasSize(people);
    }

    @Test
    void everyDataKeyIsWrappedByTheNewKeyAloneWhileOtherNodesKnowTheOld() throws SQLException {
        try (JpaStorage one = node();
                JpaStorage other = node()) {
            CrmSession here = Clinic.on(one);
            CrmSession there = Clinic.on(other);
            somebodyNew(here);
            somebodyNew(there);
            for (int version = 2; version <= 5; version++) {
                here.rotateKeys();
                everythingIsReadable(there);
                somebodyNew(there);
                somebodyNew(here);
                assertThat(Wrapping.versions(pool)).containsOnly(version);
                assertThat(Wrapping.versionsOfKeys(pool)).containsExactly(version - 1, version);
            }
            everythingIsReadable(here);
            try (JpaStorage restarted = node()) {
                everythingIsReadable(Clinic.on(restarted));
                Wrapping.assertOpenedByNewestAlone(pool, root);
            }
        }
    }

    @Test
    void aNodeThatMissedSeveralRotationsGoesOnWriting() throws SQLException {
        try (JpaStorage one = node();
                JpaStorage other = node()) {
            CrmSession there = Clinic.on(other);
            somebodyNew(there);
            for (int i = 0; i < 3; i++) {
                Clinic.on(one).rotateKeys();
            }
            somebodyNew(there);
            everythingIsReadable(there);
            assertThat(Wrapping.versions(pool)).containsOnly(4);
        }
    }

    @Test
    void brokenOffAtAnyCallItGoesOnWithTheSameKey() throws SQLException {
        try (JpaStorage warm = node()) {
            CrmSession clinic = Clinic.on(warm);
            for (int i = 0; i < 450; i++) {
                somebodyNew(clinic);
            }
            for (Faults.Kind kind : Faults.Kind.values()) {
                int before = Wrapping.versions(pool).iterator().next();
                Faults faults = new Faults();
                boolean broken = true;
                for (int call = 1; broken; call += 2) {
                    try (JpaStorage dying = JpaStorage.on(faults.in(pool), root, SchemaMode.NONE)) {
                        CrmSession rotating = Clinic.on(dying);
                        faults.failAt(call, kind);
                        rotating.rotateKeys();
                    } catch (CrmException died) {
                        assertThat(died).as("call " + call).isNotInstanceOf(SealBroken.class);
                    }
                    broken = faults.disarm();
                    somebodyNew(clinic);
                }
                assertThat(Wrapping.versions(pool)).as(kind.name()).hasSize(1).allMatch(v -> v > before);
            }
            everythingIsReadable(clinic);
        }
        Wrapping.assertOpenedByNewestAlone(pool, root);
        try (JpaStorage restarted = node()) {
            everythingIsReadable(Clinic.on(restarted));
        }
    }

    @Test
    void underLoadOfTwoNodesNothingIsLeftBehindAndNothingRefused() throws Exception {
        try (JpaStorage one = node();
                JpaStorage other = node()) {
            List<Runnable> ends = new ArrayList<>();
            Acknowledged acknowledged = new Acknowledged();
            for (JpaStorage node : List.of(one, other)) {
                Strangers strangers = new Strangers(Clinic.on(node), "s" + ends.size(), acknowledged::add);
                ends.add(strangers.begin());
            }
            for (int rotation = 0; rotation < 5; rotation++) {
                acknowledged.awaitMore(20);
                Clinic.on(rotation % 2 == 0 ? one : other).rotateKeys();
                assertThat(Wrapping.versions(pool)).containsExactly(rotation + 2);
            }
            acknowledged.awaitMore(20);
            ends.forEach(Runnable::run);
            assertThat(Wrapping.versions(pool)).containsExactly(6);
            Wrapping.assertOpenedByNewestAlone(pool, root);
            assertThat(Stored.of(Clinic.on(other)).assertWhole().providerIds()).containsAll(acknowledged.ids());
        }
    }
}
