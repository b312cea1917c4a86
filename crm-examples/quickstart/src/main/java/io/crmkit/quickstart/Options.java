package io.crmkit.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Options(Map<String, String> values, Set<String> switches) {
    static final String USAGE = """
            Usage: java -jar crm-quickstart.jar [options]

            Replays WhatsApp webhooks into CRM Kit and shows the contacts, one profile and its timeline.
            Without options: the built-in day of a clinic, in an embedded database in memory.

              --webhooks DIR      a folder of webhook bodies, one JSON file each, replayed in file-name order; a file
                                  {"kind":"sent","by":"bot"|"agent","to","providerId","at","text"} is something the
                                  business sent, and {"kind":"appointment","id","contact":{"scheme","value"},"at",
                                  "status","start","zone","service","staff","price","currency","source","by"} and
                                  {"kind":"payment","id","contact","at","type":"payment"|"refund"|"order","amount",
                                  "currency","for"} and {"kind":"event","id","contact","at","type":
                                  "conversation_started"|"conversation_ended"|"bot_handoff"|"escalation"|
                                  "resolution_confirmed"|"feedback","score","text"} what its own systems tell
              --now INSTANT       what time it is, such as 2026-03-10T12:00:00Z (default: now; the
                                  evening of the built-in day)
              --db JDBC_URL       jdbc:h2:... or jdbc:postgresql:... (default: H2 in memory)
              --db-user NAME      --db-password WORD
              --keys FILE         the key everything is sealed with, made if it is not there (default: beside an H2
                                  file, else .crm-kit/quickstart.keys.json in your home)
              --import FILE       takes the contacts of a CSV file over, after the replay; or everything of an archive
                                  (.json or .jsonl) that --export wrote, before it, where there are no contacts yet
              --export FILE       writes what there is when all is done, with a manifest beside it: .csv the list of
                                  contacts, .json or .jsonl an archive of everything, .pdf everything to be read
              --catalogue FILE    what the business offers, so that services and staff are recognised in messages
              --lists FILE        smart lists {"lists":[{"key","name","criterion":{...}}]}, see docs/segments.md; who is in
                                  which is in the JSON document
              --search TEXT       what to find: a name or its beginning, a phone number or its last digits, an e-mail,
                                  or words of messages
              --erase CONTACT     erases a contact, given by id, phone number or another address, and prints the
                                  certificate
              --access CONTACT    print what a person is told who asks what is known of them and who saw it: one JSON
                                  document and nothing else
              --report [FILE.pdf] what customers are worth, who came back, who may have left, what brought them, how those
                                  who write are answered; with a file, drawn with plots and a manifest beside it
              --audit             show who did what with whose data, and whether that record is sound; with --json in
                                  place of the contacts
              --json              print one JSON document and nothing else
              --help              print this
            """;

    private static final Set<String> WITH_VALUE = Set.of(
            "--webhooks",
            "--import",
            "--export",
            "--db",
            "--db-user",
            "--db-password",
            "--keys",
            "--catalogue",
            "--lists",
            "--search",
            "--erase",
            "--access",
            "--now");
    private static final Set<String> SWITCHES = Set.of("--json", "--audit", "--report", "--help");

    static Options of(String... args) throws CannotRun {
        Map<String, String> values = new HashMap<>();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(args));
        Set<String> switches = new HashSet<>();
        while (!left.isEmpty()) {
            String arg = left.pop();
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (SWITCHES.contains(arg)) {
                switches.add(arg);
                if (arg.equals("--report") && drawn(left.peek())) {
                    values.put(arg, left.pop());
                }
            } else if (!WITH_VALUE.contains(name)) {
                throw new CannotRun("Unknown option " + arg + "; --help lists them");
            } else if (values.put(name, value(name, equals < 0 ? left.poll() : arg.substring(equals + 1))) != null) {
                throw new CannotRun(name + " is given twice");
            }
        }
        return new Options(Map.copyOf(values), Set.copyOf(switches));
    }

    private static boolean drawn(@Nullable String next) {
        return next != null
                && !next.startsWith("--")
                && next.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static String value(String name, @Nullable String value) throws CannotRun {
        if (value == null || value.isBlank() && !name.equals("--db-password")) {
            throw new CannotRun(name + " needs a value");
        }
        return value;
    }

    boolean json() {
        return switches.contains("--json");
    }

    boolean report() {
        return switches.contains("--report");
    }

    /** Where the figures are to be drawn; empty if they are to be printed. */
    Optional<Path> reported() throws CannotRun {
        return path("--report");
    }

    boolean audit() {
        return switches.contains("--audit");
    }

    boolean help() {
        return switches.contains("--help");
    }

    Optional<Path> webhooks() throws CannotRun {
        return path("--webhooks");
    }

    Optional<Path> imported() throws CannotRun {
        return path("--import");
    }

    Optional<Path> exported() throws CannotRun {
        return path("--export");
    }

    Optional<Path> catalogue() throws CannotRun {
        return path("--catalogue");
    }

    Optional<Path> lists() throws CannotRun {
        return path("--lists");
    }

    Optional<Path> keys() throws CannotRun {
        return path("--keys");
    }

    /** What time it is; empty for the time at which it is asked. */
    Optional<Instant> now() throws CannotRun {
        try {
            return Optional.ofNullable(values.get("--now"))
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException invalid) {
            throw new CannotRun("--now is written like 2026-03-10T12:00:00Z", invalid);
        }
    }

    Optional<String> search() {
        return Optional.ofNullable(values.get("--search"));
    }

    Optional<String> erase() {
        return Optional.ofNullable(values.get("--erase"));
    }

    Optional<String> access() {
        return Optional.ofNullable(values.get("--access"));
    }

    Optional<String> db() {
        return Optional.ofNullable(values.get("--db"));
    }

    Optional<String> user() {
        return Optional.ofNullable(values.get("--db-user"));
    }

    Optional<String> password() {
        return Optional.ofNullable(values.get("--db-password"));
    }

    private Optional<Path> path(String name) throws CannotRun {
        try {
            return Optional.ofNullable(values.get(name)).map(Path::of);
        } catch (InvalidPathException invalid) {
            throw new CannotRun(name + " is not a path", invalid);
        }
    }
}
