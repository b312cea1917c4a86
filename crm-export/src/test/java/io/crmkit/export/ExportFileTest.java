package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.dossier.Scope;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("EXP-3")
class ExportFileTest {
    private static final ContactsCsv LIST = ContactsCsv.list(CsvDialect.SPANISH);

    @TempDir
    Path folder;

    private final CrmSession clinic = ContactsCsvTest.clinic();

    @BeforeEach
    void people() {
        for (int i = 0; i < 250; i++) {
            wrote("5491150" + (100_000 + i));
        }
    }

    private void wrote(String phone) {
        clinic.capture(MessageEvent.received(
                new ProviderRef(new ChannelAccount("whatsapp", "1001"), "m" + phone),
                Party.of(Identifier.phone(phone)),
                ContactsCsvTest.MONDAY,
                Content.text("Hola")));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private ExportOutcome export(Progress progress) throws IOException {
        return new ExportFile(clinic).write(folder.resolve("c.csv"), Scope.EVERYTHING, LIST, progress);
    }

    @Test
    void theManifestTellsWhatIsInTheFile() throws Exception {
        ExportOutcome.Written written = (ExportOutcome.Written) export(Progress.NONE);
        byte[] bytes = Files.readAllBytes(folder.resolve("c.csv"));
        Manifest manifest = written.manifest();
        assertThat(manifest.contacts()).isEqualTo(250);
        assertThat(manifest.rows()).isEqualTo(250);
        assertThat(new String(bytes, StandardCharsets.UTF_8).lines()).hasSize(251);
        assertThat(manifest.bytes()).isEqualTo(bytes.length);
        assertThat(manifest.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(manifest.actor()).isEqualTo("system");
        assertThat(manifest.schema()).isEqualTo("crm-contacts-csv/1 spanish");
        assertThat(Files.readString(folder.resolve("c.csv.manifest.json")))
                .contains("\"contacts\":250")
                .contains(manifest.sha256());
        assertThat(files()).containsExactly("c.csv", "c.csv.manifest.json");
    }

    @Test
    void theManifestCountsWhatIsInTheFileWhileMessagesArrive() throws IOException {
        ExportOutcome.Written written = (ExportOutcome.Written) export((done, of) -> {
            wrote("549116" + (1_000_000 + done));
            assertThat(of).isEqualTo(250);
            return true;
        });
        assertThat(written.manifest().contacts()).isEqualTo(250);
        try (Stream<String> lines = Files.lines(folder.resolve("c.csv"))) {
            assertThat(lines).hasSize(251);
        }
    }

    @Test
    void progressIsToldFromBeginningToEnd() throws IOException {
        List<Long> told = new ArrayList<>();
        export((done, of) -> told.add(done));
        assertThat(told).containsExactly(0L, 100L, 200L, 250L);
    }

    @Test
    void aCancelledExportLeavesNothingAndTheOldFileAsItWas() throws IOException {
        Files.writeString(folder.resolve("c.csv"), "old");
        for (long at : new long[] {0, 100, 250}) {
            assertThat(export((done, of) -> done < at)).isEqualTo(new ExportOutcome.Cancelled(at));
        }
        assertThat(files()).containsExactly("c.csv");
        assertThat(folder.resolve("c.csv")).hasContent("old");
    }

    @Test
    void oneThatFailsLeavesNothing() {
        ExportFormat failing = new ExportFormat() {
            @Override
            public String schema() {
                return "failing/1";
            }

            @Override
            public long write(io.crmkit.dossier.Snapshot snapshot, OutputStream out, Each each) throws IOException {
                out.write(1);
                throw new IOException("The disk is full");
            }
        };
        assertThatThrownBy(() ->
                        new ExportFile(clinic).write(folder.resolve("c.csv"), Scope.EVERYTHING, failing, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("The disk is full");
        assertThatThrownBy(() -> export((done, of) -> {
                    throw new IllegalStateException("Somebody's own mistake");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        assertThatThrownBy(() ->
                        new ExportFile(clinic).write(folder.resolve("no/c.csv"), Scope.EVERYTHING, LIST, Progress.NONE))
                .isInstanceOf(IOException.class);
    }
}
