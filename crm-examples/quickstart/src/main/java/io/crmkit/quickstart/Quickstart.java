package io.crmkit.quickstart;

import io.crmkit.Crm;
import io.crmkit.CrmException;
import io.crmkit.CrmSession;
import io.crmkit.ai.rules.RulesExtractor;
import io.crmkit.export.TimelineJson;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Shows CRM Kit at work: replays the messages of a clinic and prints what it remembers of its patients. */
public final class Quickstart {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");

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

    private void run(Options options) throws CannotRun {
        List<InputFile> files =
                options.webhooks().isPresent() ? Inputs.of(options.webhooks().get()) : Inputs.day();
        try (Database database = Database.open(options)) {
            Crm crm = Crm.create(database.storage())
                    .extractor(new RulesExtractor())
                    .extraction(ExtractionPolicy.all(settings(options)))
                    .build();
            Replayed replayed = new Replay(crm, CLINIC).of(files);
            crm.dueWork().runDue();
            CrmSession clinic = crm.as(Actor.system(CLINIC));
            if (options.imported().isPresent()) {
                new ContactFile(clinic, options.json() ? err : out)
                        .take(options.imported().get());
            }
            if (options.json()) {
                new TimelineJson(clinic).writeTo(out, replayed.setAside());
                out.println();
            } else {
                new Screen(clinic, out, style).show(replayed);
            }
        }
    }

    private static ExtractionSettings settings(Options options) throws CannotRun {
        Optional<Path> catalogue = options.catalogue();
        return catalogue.isPresent()
                ? ExtractionSettings.DEFAULT.with(Catalogue.in(catalogue.get()))
                : ExtractionSettings.DEFAULT;
    }
}
