package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MergeId;
import io.crmkit.export.ArchiveImport.BadRecord;
import io.crmkit.export.ArchiveImport.Report;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.InteractionId;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.move.Keepsake;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Outgoing.Media;
import io.crmkit.outreach.Sending;
import io.crmkit.outreach.Verdict;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.MoveSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

@Requirement({"PRV-7", "EXP-1", "EXP-3"})
class ArchiveJsonTest {
    private final List<BadRecord> bad = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();

    private Report taken(String file, CrmSession into) {
        try {
            return new ArchiveImport(into)
                    .run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), bad::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static CrmSession empty() {
        return Everything.empty(new InMemoryStorage(), "clinica-sur", 2);
    }

    private static String written(CrmSession clinic) {
        return ContactsCsvTest.written(clinic, ArchiveJson.lines());
    }

    @Test
    void exportedTakenOverAndExportedAgainItIsTheSameFile() {
        for (long seed = 1; seed <= 8; seed++) {
            CrmSession clinic = Everything.clinic(seed);
            for (ArchiveJson form : List.of(ArchiveJson.document(), ArchiveJson.lines())) {
                String file = ContactsCsvTest.written(clinic, form);
                CrmSession copy = empty();
                Report report = taken(file, copy);
                assertThat(bad).isEmpty();
                assertThat(report.contacts())
                        .isEqualTo(clinic.contacts(null, 100).items().size());
                assertThat(ContactsCsvTest.written(copy, form))
                        .as("seed %d", seed)
                        .isEqualTo(file);
            }
        }
    }

    @Test
    void whatIsTakenOverIsAndStaysTheSame() {
        MoveSimulator.between(InMemoryStorage::new, InMemoryStorage::new, (from, to) -> {
                    taken(written(from), to);
                    assertThat(bad).isEmpty();
                    String there = written(to);
                    assertThat(sorted(there)).isEqualTo(sorted(written(from)));
                    there.lines()
                            .filter(line -> kinds.add(line.substring(0, line.indexOf(',')))
                                    || !line.startsWith("{\"record\":\"entry"))
                            .forEach(line -> assertThat(SchemaCheck.problem(line))
                                    .as(line)
                                    .isEmpty());
                })
                .erasing()
                .run(5_000, 60);
        assertThat(kinds)
                .containsAll(
                        Stream.of("consent", "request", "sending", "word", "stray", "erasure", "gone", "list", "report")
                                .map(kind -> "{\"record\":\"" + kind + "\"")
                                .toList());
    }

    /** Every kind of message on its way, which random tenants do not send. */
    @Test
    void whatIsOnItsWayIsReadAsItWasWritten() {
        InteractionId entry = new InteractionId(new UUID(1, 2));
        for (Outgoing message : List.of(
                new Outgoing.Text("hola \uD83D", entry),
                new Outgoing.Text("hola", null),
                new Outgoing.Template(
                        "visit",
                        "es_AR",
                        List.of("Ana"),
                        Media.at(Media.Kind.IMAGE, "https://x/y"),
                        List.of("p"),
                        "Hola"),
                Media.of(Media.Kind.DOCUMENT, "id-1").saying("read"),
                new Outgoing.Choice("Which?", List.of(new Outgoing.Choice.Option("1", "One")), "Open"),
                new Outgoing.Choice("Which?", List.of(new Outgoing.Choice.Option("1", "One")), null),
                new Outgoing.Reaction(entry, ""),
                new Outgoing.ReadMark(entry))) {
            StringWriter text = new StringWriter();
            Keepsake.Sent sent = new Keepsake.Sent(
                    new Sending(
                            new UUID(3, 4),
                            "key",
                            new ContactId(new UUID(5, 6)),
                            new UUID(7, 8),
                            Purpose.REMINDER,
                            new ChannelAccount("whatsapp", "1001"),
                            Identifier.phone("5491150000001"),
                            message,
                            "wamid.1",
                            Author.BOT,
                            "system",
                            Instant.EPOCH,
                            Sending.State.REFUSED,
                            Instant.EPOCH,
                            1,
                            131_047,
                            Verdict.Advice.USE_TEMPLATE,
                            entry),
                    List.of(new MergeId(new UUID(9, 1))));
            try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
                new KeepsakeJson(new JsonOut(json)).write(sent);
            }
            assertThat(SchemaCheck.problem(text.toString())).as(text.toString()).isEmpty();
            try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text.toString())) {
                json.nextToken();
                assertThat(KeepsakeJson.sending(Fields.of(JsonTree.read(json), "")))
                        .usingRecursiveComparison()
                        .isEqualTo(sent);
            }
        }
    }

    @Test
    void anArchiveOfTheVersionBeforeIsRead() {
        String file = written(Everything.clinic(7));
        List<String> before = file.lines()
                .map(line -> line.replace("crm-archive/2", "crm-archive/1"))
                .toList();
        CrmSession copy = empty();
        taken(String.join("\n", before), copy);
        assertThat(bad).isEmpty();
        assertThat(written(copy)).isEqualTo(file);
        assertThat(ArchiveJson.class.getResource("crm-archive-1.schema.json")).isNotNull();
    }

    /** The archive is older than the erasure: taking it over must not bring anybody back. */
    @Test
    @Requirement("PRV-5")
    void whoWasErasedSinceIsLeftOut() {
        CrmSession clinic = Everything.clinic(2);
        String file = written(clinic);
        List<ContactSummary> contacts = clinic.contacts(null, 100).items();
        contacts.forEach(contact -> clinic.privacy().erase(contact.id()));
        Report report = taken(file, clinic);
        assertThat(report.contacts()).isZero();
        assertThat(clinic.contacts(null, 100).items()).isEmpty();
        assertThat(bad)
                .filteredOn(each -> each.reason().contains("was erased here"))
                .hasSameSizeAs(contacts);
    }

    private static List<String> sorted(String file) {
        return file.lines().sorted().toList();
    }

    @Test
    @Requirement("EXP-5")
    void aBadRecordIsToldWithItsPlaceAndCostsNothingThatWasGood() {
        CrmSession clinic = Everything.clinic(3);
        List<String> lines = new ArrayList<>(written(clinic).lines().toList());
        List<String> contacts =
                lines.stream().filter(line -> line.contains("\"contact\"")).toList();
        int second = lines.indexOf(contacts.get(1));
        long entries = lines.subList(second + 1, lines.size()).stream()
                .takeWhile(line -> line.startsWith("{\"record\":\"entry\""))
                .count();
        lines.set(second, lines.get(second).replaceFirst("\"openedAt\":\"[^\"]*\"", "\"openedAt\":\"yesterday\""));
        int last = lines.indexOf(contacts.get(contacts.size() - 1));
        lines.set(last + 1, "{\"record\":\"entry\"");
        CrmSession copy = empty();
        Report report = taken(String.join("\n", lines), copy);
        assertThat(copy.contacts(null, 100).items()).hasSize(contacts.size() - 1);
        assertThat(report.bad()).isEqualTo(bad.size());
        assertThat(bad.get(0).line()).isEqualTo(second + 1);
        assertThat(bad.get(0).reason())
                .isEqualTo("conversations[0].openedAt: It is no time such as 2026-03-10T12:40:04Z");
        assertThat(bad.stream().filter(each -> each.line() > second && each.line() <= second + 1 + entries))
                .hasSize((int) entries + 1);
        assertThat(bad).contains(new BadRecord(last + 2, "It is not JSON"));
    }

    @Test
    void aFileThatBreaksOffIsToldAndWhatWasWholeIsTaken() {
        String whole = ContactsCsvTest.written(Everything.clinic(4), ArchiveJson.document());
        CrmSession copy = empty();
        taken(whole.substring(0, whole.length() * 2 / 3), copy);
        assertThat(bad).extracting(BadRecord::reason).contains("It has no end: part of it is missing");
        assertThat(copy.contacts(null, 100).items()).isNotEmpty();
    }

    @Test
    void whereThereAreContactsNothingIsTakenOver() {
        CrmSession clinic = Everything.clinic(5);
        String file = written(clinic);
        assertThatThrownBy(() -> taken(file, clinic)).hasRootCauseInstanceOf(IOException.class);
        assertThat(written(clinic)).isEqualTo(file);
        for (String foreign : List.of("", "[]", "{}", "{\"contacts\":[]}", "nombre;teléfono\r\n")) {
            assertThatThrownBy(() -> taken(foreign, empty())).as(foreign).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aContactThatComesTwiceIsTakenOnce() {
        String file = written(Everything.clinic(6));
        List<String> lines = file.lines().toList();
        String twice = lines.subList(0, lines.size() - 1).stream().collect(Collectors.joining("\n"))
                + "\n"
                + lines.stream()
                        .filter(line -> line.contains("\"contact\""))
                        .findFirst()
                        .orElseThrow()
                + "\n" + lines.get(lines.size() - 1);
        CrmSession copy = empty();
        taken(twice, copy);
        assertThat(bad)
                .extracting(BadRecord::reason)
                .containsExactly(
                        "It cannot be stored: it is there already, was erased here, or is at odds with itself");
        assertThat(sorted(written(copy))).isEqualTo(sorted(file));
    }

    @Test
    void everyRecordFitsThePublishedSchema() {
        for (long seed = 1; seed <= 4; seed++) {
            written(Everything.clinic(seed))
                    .lines()
                    .forEach(line ->
                            assertThat(SchemaCheck.problem(line)).as(line).isEmpty());
        }
        for (String wrong : List.of(
                "{\"record\":\"note\"}",
                "{\"record\":\"end\",\"contacts\":\"1\",\"records\":1}",
                "{\"record\":\"end\",\"contacts\":1}",
                "{\"record\":\"end\",\"contacts\":1,\"records\":1,\"more\":1}")) {
            assertThat(SchemaCheck.problem(wrong)).as(wrong).isNotEmpty();
        }
    }
}
