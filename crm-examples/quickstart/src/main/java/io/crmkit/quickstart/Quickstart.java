package io.crmkit.quickstart;

import io.crmkit.Crm;
import io.crmkit.CrmException;
import io.crmkit.CrmSession;
import io.crmkit.ai.rules.RulesExtractor;
import io.crmkit.clinic.Day;
import io.crmkit.clinic.InputFile;
import io.crmkit.clinic.Replay;
import io.crmkit.clinic.Replayed;
import io.crmkit.export.TimelineJson;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.privacy.Actor;
import io.crmkit.search.SearchHit;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows CRM Kit at work: replays the messages of a clinic and prints what it remembers of its patients. */
public final class Quickstart {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");

    /** The day that is replayed may be long past; nobody in it has been silent since. */
    private static final TenantSettings SETTINGS = TenantSettings.DEFAULT.withInactiveAfter(36_500);

    /** As many of a kind as are shown. */
    private static final int FOUND = 50;

    private final PrintStream out;
    private final PrintStream err;
    private final Style style;

    Quickstart(PrintStream out, PrintStream err, Style style) {
        this.out = out;
        this.err = err;
        this.style = style;
    }

    /** Ends with exit status 0, or 2 and one line on standard error. */
    public static void main(String... args) {
        // Hibernate's own logging would not find the program's otherwise.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        Terminal terminal = Terminal.ofProcess();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, terminal.charset());
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, terminal.charset());
        int status = new Quickstart(out, err, terminal.style()).run(args);
        System.exit(status);
    }

    /** Runs and gives the exit status. */
    int run(String... args) {
        try {
            Options options = Options.of(args);
            if (options.help()) {
                out.print(Options.USAGE);
            } else {
                run(options);
            }
            if (out.checkError()) {
                throw new CannotRun("Cannot write to standard output");
            }
            return 0;
        } catch (CannotRun | CrmException stopped) {
            err.println("crm-quickstart: " + stopped.getMessage());
            return 2;
        }
    }

    /** Contacts first, then messages, the newest of each; null if nothing is searched. */
    private static @Nullable List<SearchHit> found(CrmSession clinic, Options options) {
        return options.search()
                .map(text -> Stream.concat(
                                clinic.searchContacts(text, null, FOUND).items().stream(),
                                clinic.searchMessages(text, null, FOUND).items().stream())
                        .toList())
                .orElse(null);
    }

    private void run(Options options) throws CannotRun {
        Optional<Path> imported = options.imported();
        boolean archive = imported.filter(ArchiveFile::is).isPresent();
        List<InputFile> files = options.webhooks().isPresent()
                ? Inputs.of(options.webhooks().get())
                : archive ? List.of() : Day.files();
        Optional<ExportedFile> exported = ExportedFile.of(options.exported());
        try (Database database = Database.open(options)) {
            Optional<Instant> now = options.webhooks().isPresent()
                    ? options.now()
                    : Optional.of(options.now().orElse(Day.EVENING));
            InstantSource clock = now.map(InstantSource::fixed).orElse(Clock.systemUTC());
            Crm crm = Crm.create(database.storage())
                    .clock(clock)
                    .tenants(Tenants.all(now.isPresent() ? TenantSettings.DEFAULT : SETTINGS))
                    .extractor(new RulesExtractor())
                    .extraction(ExtractionPolicy.all(settings(options)))
                    .build();
            CrmSession clinic = crm.as(Actor.system(CLINIC));
            PrintStream told = options.json() || options.access().isPresent() ? err : out;
            if (archive) {
                new ArchiveFile(clinic, told).take(imported.get());
            }
            Replayed replayed = replayed(crm, files);
            crm.dueWork().runDue();
            if (imported.isPresent() && !archive) {
                new ContactFile(clinic, told).take(imported.get());
            }
            if (options.lists().isPresent()) {
                new ListsFile(clinic).take(options.lists().get());
            }
            if (options.erase().isPresent()) {
                new Erasing(clinic, told).erase(options.erase().get());
            }
            if (exported.isPresent()) {
                exported.get().write(clinic, told);
            }
            if (options.access().isPresent()) {
                new Answering(clinic, out).answer(options.access().get());
            } else if (options.json() && options.audit()) {
                new AuditSheet(clinic).writeTo(out);
                out.println();
            } else if (options.json()) {
                new TimelineJson(clinic).writeTo(out, replayed.setAside(), found(clinic, options));
                out.println();
            } else if (options.reported().isPresent()) {
                new DrawnReport(options.reported().get(), clock.instant()).write(clinic, out);
            } else if (options.report()) {
                OwnersReport.of(clinic, style).lines().forEach(out::println);
            } else {
                new Screen(clinic, out, style).show(replayed, found(clinic, options));
                if (options.audit()) {
                    new AuditSheet(clinic).print(out, new Times(TenantSettings.DEFAULT.zone()), style);
                }
            }
        }
    }

    private static Replayed replayed(Crm crm, List<InputFile> files) throws CannotRun {
        try {
            return new Replay(crm, CLINIC).of(files);
        } catch (IOException unreadable) {
            throw new CannotRun(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static ExtractionSettings settings(Options options) throws CannotRun {
        Optional<Path> catalogue = options.catalogue();
        return catalogue.isPresent()
                ? ExtractionSettings.DEFAULT.with(Catalogue.in(catalogue.get()))
                : ExtractionSettings.DEFAULT;
    }
}
