package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.report.Column;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.Report.Format;
import io.crmkit.report.ReportRun;
import io.crmkit.report.ReportWriter;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.ReportWriterContract;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("EXP-4")
class ReportFileTest extends ReportWriterContract {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T11:00:00Z");
    private static final ContactQuery EVERYBODY = ContactQuery.of(Criterion.EVERYBODY);

    @TempDir
    Path folder;

    private final FixedClock clock = FixedClock.at(FRIDAY);
    private final Crm crm = crm();
    private final CrmSession owner = crm.as(Actor.person(CLINIC, "owner", Role.OWNER));

    @Override
    protected ReportWriter writer() {
        return new ReportFile();
    }

    private Crm crm() {
        return Crm.create(new InMemoryStorage())
                .clock(clock)
                .ids(new CountedIds(1))
                .tenants(Tenants.all(TenantSettings.DEFAULT.withAttributes(
                        new AttributeType("points", AttributeType.Kind.NUMBER, AttributeType.Search.BY_RANGE))))
                .reports(writer())
                .carrier("folder", what -> new FolderDelivery(folder))
                .build();
    }

    @BeforeEach
    void capture() {
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        String[] names = {"Ana", "=Bruno", "Carla; \"la jefa\"", "Diego"};
        for (int i = 0; i < names.length; i++) {
            clinic.capture(MessageEvent.received(
                    new ProviderRef(new ChannelAccount("whatsapp", "1001"), "m" + i),
                    Party.of(Identifier.phone("549115000000" + i)).named(names[i]),
                    FRIDAY.minus(Duration.ofDays(1 + i)),
                    Content.text("Hola")));
        }
        List<ContactId> ids = clinic.contacts(EVERYBODY, null, 9).items().stream()
                .map(contact -> contact.id())
                .toList();
        clinic.tag(ids.get(0), Tag.of("vip"));
        clinic.set(ids.get(0), "points", AttributeValue.of(12));
        clinic.setStatus(ids.get(1), ContactStatus.BLOCKED);
        clinic.setStatus(ids.get(3), ContactStatus.BLOCKED);
    }

    private String made(Contents contents, Format format) throws IOException {
        Schedule monday = new Schedule.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 0));
        owner.reports()
                .save(new Report(
                        "list", "Pacientes", monday, contents, format, new Report.Destination("folder", List.of())));
        clock.advance(Duration.ofDays(7));
        crm.dueWork().runDue();
        ReportRun run = owner.reports().runs("list", 1).get(0);
        assertThat(run.state()).as("%s", run.error()).isEqualTo(ReportRun.State.DELIVERED);
        Path file = folder.resolve("list-" + run.plannedAt().toString().substring(0, 10) + format.ending());
        assertThat(folder.resolve(file.getFileName() + ".manifest.json"))
                .content()
                .contains("\"sha256\"");
        return format == Format.PDF ? drawn(file) : Files.readString(file, StandardCharsets.UTF_8);
    }

    private static String drawn(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Contents.Table table(Column grouped) {
        List<Column> columns =
                List.of(Column.of(Column.Kind.NAME), Column.of(Column.Kind.TAGS), Column.attribute("points"));
        return new Contents.Table(EVERYBODY, columns, grouped);
    }

    @Test
    void aTableHasItsColumnsItsFilterAndItsOrder() throws IOException {
        Criterion active = Criterion.status(ContactStatus.ACTIVE);
        ContactQuery earliest = ContactQuery.of(active).by(ContactQuery.Order.FIRST_CONTACT);
        Contents.Table table = new Contents.Table(
                earliest, List.of(Column.of(Column.Kind.NAME), Column.of(Column.Kind.FIRST_CONTACT)), null);
        assertThat(made(table, Format.CSV)).isEqualTo("""
                \uFEFFnombre;primer contacto\r
                "Carla; ""la jefa""\";2026-03-03 08:00:00\r
                Ana;2026-03-05 08:00:00\r
                """);
    }

    @Test
    void aGroupedTableHasEachGroupTogetherAndRunsNoFormula() throws IOException {
        String csv = made(table(Column.of(Column.Kind.STATUS)), Format.CSV);
        assertThat(csv.lines().map(line -> line.substring(0, line.indexOf(';'))))
                .containsExactly("\uFEFFestado", "active", "active", "blocked", "blocked");
        assertThat(csv).contains("'=Bruno");
    }

    @Test
    void aTableIsWrittenAsObjects() throws IOException {
        assertThat(made(table(Column.of(Column.Kind.STATUS)), Format.JSON))
                .startsWith("[{\"group\":\"active\",\"name\":\"Ana\",\"tags\":\"vip\",\"attribute: points\":\"12\"}")
                .endsWith("]");
    }

    @Test
    void aTableIsDrawnWithAHeadingForEachGroup() throws IOException {
        assertThat(made(table(Column.of(Column.Kind.STATUS)), Format.PDF))
                .contains("Pacientes", "active (2)", "blocked (2)", "Ana", "vip", "=Bruno");
    }

    @Test
    void everythingIsWrittenAsTheFormatHasIt() throws IOException {
        assertThat(made(new Contents.Everything(EVERYBODY), Format.JSON)).contains("\"record\":\"end\"");
        assertThat(made(new Contents.Everything(EVERYBODY), Format.CSV)).contains("primer contacto");
    }
}
