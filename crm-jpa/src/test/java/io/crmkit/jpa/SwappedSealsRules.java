package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.due.DueKind;
import io.crmkit.jpa.SealedCells.Cell;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sealed opens at its own place only: whoever can write to the database cannot put it anywhere else. */
@Requirement("PRV-1")
abstract class SwappedSealsRules {
    private static final int SWAPS = 10_000;

    private static final Party OF_A_LIST =
            new Party(List.of(Identifier.phone("5491155550601")), List.of(), "Elena", "elena.user");

    private final EphemeralKeys root = EphemeralKeys.create();
    private final HikariDataSource pool;

    SwappedSealsRules(TestDatabase database) {
        pool = database.freshPool(2);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private SealedCells everything() throws SQLException {
        try (JpaStorage storage = JpaStorage.on(pool, root, SchemaMode.CREATE)) {
            CrmSession clinic = Clinic.on(storage);
            History.ofEverything(clinic);
            clinic.capture(new IdentityEvent(Clinic.WHATSAPP, OF_A_LIST, Clinic.minute(0), true));
            storage.within(TenantId.of("clinica-norte"), SampleReport::keep);
            clinic.bulk()
                    .start(new BulkRequest(
                            "r1", new BulkAction.TakeTags(Set.of(Tag.of("old"))), new Chosen.All(Criterion.EVERYBODY)));
            Crm reading = Crm.create(storage).extractor(new Quoting(false)).build();
            for (ContactSummary contact : clinic.contacts(null, 100).items()) {
                reading.as(clinic.actor()).verdicts().readAgain(contact.id(), DueKind.EXTRACT_BY_RULES);
            }
            reading.dueWork().runDue();
            Crm telling = Blabbing.toldBy(storage);
            telling.as(clinic.actor()).capture(Clinic.wrote(Clinic.somebody(8), "told", 50, "Hola"));
            telling.dueWork().runDue();
        }
        return SealedCells.of(pool, root);
    }

    @Test
    void tenThousandSwapsOfTwoSealedValuesAreAllRefused() throws SQLException {
        SealedCells sealed = everything();
        Set<String> filled = sealed.cells().stream().map(Cell::column).collect(Collectors.toSet());
        assertThat(filled)
                .as("columns with something in them; a new one is filled by the history")
                .isEqualTo(sealed.columns())
                .hasSizeGreaterThan(12);
        List<Cell> cells = sealed.cells();
        cells.forEach(cell -> assertThat(cell.open(cell.stored())).isNotNull());
        assertThat(cells).extracting(cell -> cell.column() + cell.place()).doesNotHaveDuplicates();
        long seed = 20_261_124;
        Random dice = new Random(seed);
        List<List<Cell>> byColumn = List.copyOf(
                cells.stream().collect(Collectors.groupingBy(Cell::column)).values());
        for (int swap = 0; swap < SWAPS; swap++) {
            // Every column as often, however few values it has.
            Cell one = random(dice, byColumn);
            Cell other = random(dice, byColumn);
            if (one == other) {
                swap--;
                continue;
            }
            assertThatThrownBy(() -> one.open(other.stored()))
                    .as("seed " + seed + ": " + other.column() + " in the place of " + one.column())
                    .isInstanceOf(SealBroken.class);
        }
    }

    private static Cell random(Random dice, List<List<Cell>> byColumn) {
        List<Cell> column = byColumn.get(dice.nextInt(byColumn.size()));
        return column.get(dice.nextInt(column.size()));
    }
}
