package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Actor;
import io.crmkit.rights.ErasureLedger;
import io.crmkit.rights.ErasureNote;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's own backup, taken while it is open and restored in its place, brings nobody back who was erased since. */
@Requirement("PRV-5")
class RestoredBackupTest {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");
    private static final List<InboundEvent> DAY = List.of(
            Clinic.wrote(Clinic.ANA, "m1", 0, "Hola, soy Ana"), Clinic.wrote(Clinic.somebody(3), "b1", 2, "Hola"));

    @TempDir
    Path folder;

    private final List<ErasureNote> noted = new ArrayList<>();

    private HikariDataSource open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("clinic"));
        return TestDatabase.pool(config, 3);
    }

    private Crm crm(JpaStorage storage) {
        return Crm.create(storage)
                .erasures(new ErasureLedger() {
                    @Override
                    public void note(ErasureNote note) {
                        noted.add(note);
                    }

                    @Override
                    public List<ErasureNote> notes() {
                        return List.copyOf(noted);
                    }
                })
                .build();
    }

    @Test
    void whoWasErasedAfterTheBackupIsErasedAgainBeforeAnybodyReads() throws SQLException {
        EphemeralKeys keys = EphemeralKeys.create();
        Path backup = folder.resolve("backup.zip");
        ContactId ana;
        try (HikariDataSource pool = open();
                JpaStorage storage = JpaStorage.on(pool, keys, SchemaMode.CREATE)) {
            CrmSession clinic = crm(storage).as(Actor.system(CLINIC));
            clinic.capture(DAY);
            ana = clinic.searchMessages("soy ana", null, 1).items().get(0).contact();
            clinic.privacy().consent(ana, Purpose.MARKETING, "whatsapp", true, null);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("backup to '" + backup + "'");
            }
            assertThat(clinic.privacy().erase(ana)).isPresent();
        }
        Restore.execute(backup.toString(), folder.toString(), null);
        try (HikariDataSource pool = open();
                JpaStorage storage = JpaStorage.on(pool, keys, SchemaMode.VALIDATE)) {
            Crm crm = crm(storage);
            CrmSession clinic = crm.as(Actor.system(CLINIC));
            assertThat(clinic.profile(ana)).as("the backup is from before").isPresent();

            crm.reapplyErasures();

            assertThat(clinic.profile(ana)).isEmpty();
            assertThat(clinic.privacy().erasure(ana).orElseThrow().complete()).isTrue();
            clinic.capture(DAY);
            assertThat(clinic.searchMessages("soy ana", null, 10).items()).isEmpty();
            assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("b1");
            assertThat(clinic.privacy().maySend(ana, Purpose.MARKETING, "whatsapp"))
                    .isEqualTo(new MaySend.Refused(MaySend.Reason.UNKNOWN_CONTACT));
        }
    }
}
