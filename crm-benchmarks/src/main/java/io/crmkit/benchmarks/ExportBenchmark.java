package io.crmkit.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Scope;
import io.crmkit.dossier.Snapshot;
import io.crmkit.export.ArchiveImport;
import io.crmkit.export.ArchiveJson;
import io.crmkit.export.ContactsCsv;
import io.crmkit.export.CsvDialect;
import io.crmkit.export.ExportFile;
import io.crmkit.export.ExportFormat;
import io.crmkit.export.MessagesCsv;
import io.crmkit.export.Progress;
import io.crmkit.export.pdf.ContactsPdf;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.move.Luggage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes contacts and messages to files, each beside a reader that reads and unseals the same and writes nothing, and
 * beside a plain {@code COPY} of the sealed rows. The heap is bounded by the command ({@code -Xmx128m}); the database is
 * another process.
 */
final class ExportBenchmark {
    private static final String DATABASE = "exports";
    private static final int BATCH = 200;
    private static final double AIM = 0.5;
    private static final int PAGES = 10_000;

    private final Crm crm;
    private final CrmSession session;
    private final Server server;
    private final Path folder;
    private final PrintStream out;

    private ExportBenchmark(Crm crm, Server server, Path folder, PrintStream out) {
        this.crm = crm;
        this.session = crm.as(Actor.system(TenantId.of(DATABASE)));
        this.server = server;
        this.folder = folder;
        this.out = out;
    }

    private interface Doing {
        void run() throws Exception;
    }

    static void run(int contacts, int messages, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("crm-exports");
        try (Server server = Server.start()) {
            out.println(server.describe() + ", heap of at most "
                    + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
            server.createDatabase(DATABASE);
            try (HikariDataSource pool = server.pool(DATABASE, 3);
                    JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
                ExportBenchmark benchmark =
                        new ExportBenchmark(Crm.create(storage).build(), server, folder, out);
                benchmark.load(contacts, messages);
                server.execute(DATABASE, "vacuum analyze");
                benchmark.measure(contacts, messages);
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void load(int contacts, int messages) {
        long begun = System.nanoTime();
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            // Those of one contact come one after the other, as they lie after a while.
            int contact = (int) ((long) i * contacts / messages);
            events.add(MessageEvent.received(
                    new ProviderRef(new ChannelAccount("whatsapp", "1001"), "wamid.HBgNNTQ5MTE1NTU1" + i),
                    Party.of(Identifier.phone("54911" + (20_000_000 + contact))).named(Traffic.name(contact)),
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i),
                    Content.of("text", "Hola, quería saber si tienen turno para el jueves a la tarde, " + i, null)));
            if (events.size() == BATCH || i == messages - 1) {
                session.capture(events);
                events.clear();
            }
        }
        out.printf("%,d contacts, %,d messages loaded in %,.0f s%n", contacts, messages, since(begun));
    }

    private void measure(int contacts, int messages) throws Exception {
        told("COPY of contacts", contacts, timed(() -> copy("crm_contact")));
        told("COPY of messages", messages, timed(() -> copy("crm_interaction")));
        beside(
                "CSV of contacts",
                contacts,
                snapshot -> snapshot.forEach(Dossier::summary),
                ContactsCsv.list(CsvDialect.SPANISH));
        beside("CSV of messages", messages, ExportBenchmark::entries, new MessagesCsv(CsvDialect.SPANISH));
        beside("JSON of everything", messages, ExportBenchmark::everything, ArchiveJson.lines());
        taken(messages);
        paper(contacts);
    }

    /** Into another tenant of the same database. */
    private void taken(int messages) throws Exception {
        long begun = System.nanoTime();
        try (InputStream in = Files.newInputStream(folder.resolve("export"))) {
            ArchiveImport.Report report =
                    new ArchiveImport(crm.as(Actor.system(TenantId.of("elsewhere")))).run(in, bad -> out.println(bad));
            told("JSON taken over elsewhere, " + report, messages, since(begun));
        }
    }

    /** A page or more for each. */
    private void paper(int contacts) throws Exception {
        List<ContactId> some = new ArrayList<>();
        String cursor = null;
        do {
            Page<ContactSummary> page = session.contacts(cursor, 1_000);
            page.items().forEach(contact -> some.add(contact.id()));
            cursor = page.next().orElse(null);
        } while (cursor != null && some.size() < PAGES);
        long begun = System.nanoTime();
        new ExportFile(session)
                .write(
                        folder.resolve("export"),
                        new Scope.Chosen(some),
                        ContactsPdf.conversations(Locale.ENGLISH),
                        Progress.NONE);
        told("PDF of conversations, a page a contact", Math.min(contacts, some.size()), since(begun));
    }

    private interface Reading {
        void read(Snapshot snapshot);
    }

    private static void entries(Snapshot snapshot) {
        snapshot.forEach(dossier -> dossier.entries(entry -> {}));
    }

    private static void everything(Snapshot snapshot) {
        Luggage luggage = Luggage.of(snapshot);
        snapshot.forEach(dossier -> {
            dossier.portrait();
            luggage.keepsakes(dossier, keepsake -> {});
            dossier.entries(entry -> {});
        });
        snapshot.registers().statements(statement -> {});
        luggage.words(word -> {});
    }

    private void beside(String what, int rows, Reading reading, ExportFormat format) throws Exception {
        // Once to warm up, as the one that comes second otherwise finds everything warm.
        read(reading);
        double floor = timed(() -> read(reading));
        told("read and unsealed for " + what, rows, floor);
        double written = timed(
                () -> new ExportFile(session).write(folder.resolve("export"), Scope.EVERYTHING, format, Progress.NONE));
        told(what, rows, written);
        double ratio = floor / written;
        out.printf(
                "  %.2f of the rate of reading alone, aim %.2f: %s; %,d MB%n",
                ratio, AIM, ratio >= AIM ? "met" : "missed", Files.size(folder.resolve("export")) >> 20);
    }

    private void read(Reading reading) {
        session.export(Scope.EVERYTHING, snapshot -> {
            reading.read(snapshot);
            return snapshot;
        });
    }

    /** By the server, to nowhere: no faster way out of the table is there. */
    private void copy(String table) throws Exception {
        server.execute(DATABASE, "copy (select * from " + table + ") to '/dev/null'");
    }

    private static double timed(Doing doing) throws Exception {
        long begun = System.nanoTime();
        doing.run();
        return since(begun);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void told(String what, int rows, double seconds) throws IOException {
        out.printf("%s: %,.1f s, %,.0f rows a second%n", what, seconds, rows / seconds);
    }
}
