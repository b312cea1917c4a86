package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.report.Column;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.Report.Destination;
import io.crmkit.report.Report.Format;
import io.crmkit.report.ReportWriter;
import io.crmkit.report.ReportWriter.Order;
import io.crmkit.report.ReportWriter.Written;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What whoever writes reports keeps. An adapter's test extends it.
 *
 * @since 0.1
 */
public abstract class ReportWriterContract {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");
    private static final Instant MONDAY = Instant.parse("2026-03-09T11:00:00Z");
    private static final ContactQuery EVERYBODY = ContactQuery.of(Criterion.EVERYBODY);
    private static final List<Column> COLUMNS =
            List.of(Column.of(Column.Kind.NAME), Column.of(Column.Kind.PHONE), Column.of(Column.Kind.LAST_CONTACT));

    /** What is tried, as far as the adapter writes it. */
    private static final List<Contents> CONTENTS = List.of(
            new Contents.Table(EVERYBODY, COLUMNS, null),
            new Contents.Table(EVERYBODY, COLUMNS, Column.of(Column.Kind.STATUS)),
            new Contents.Everything(EVERYBODY),
            new Contents.Figures());

    private final Crm crm = crm();

    /** The writer that is tried. */
    protected abstract ReportWriter writer();

    private static Crm crm() {
        Crm crm = Crm.create(new InMemoryStorage())
                .clock(FixedClock.at(MONDAY))
                .ids(new CountedIds(1))
                .build();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        ChannelAccount account = new ChannelAccount("whatsapp", "1001");
        for (int i = 1; i <= 3; i++) {
            clinic.capture(MessageEvent.received(
                    new ProviderRef(account, "m" + i),
                    Party.of(Identifier.phone("549115000000" + i)).named("Ana " + i),
                    MONDAY.minusSeconds(60L * i),
                    Content.text("Hola")));
        }
        return crm;
    }

    private static Report report(Contents contents, Format format) {
        return new Report(
                "weekly",
                "The week",
                new Schedule.Daily(LocalTime.NOON),
                contents,
                format,
                new Destination("anywhere", List.of()));
    }

    private static Order order(Report report) {
        return new Order(report, MONDAY, MONDAY, TenantSettings.DEFAULT);
    }

    private List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        for (Contents contents : CONTENTS) {
            for (Format format : Format.values()) {
                if (writer().writes(contents, format)) {
                    reports.add(report(contents, format));
                }
            }
        }
        return reports;
    }

    private static Stream written(ReportWriter writer, CrmSession session, Report report) throws IOException {
        Stream to = new Stream();
        to.told = writer.write(session, order(report), to);
        return to;
    }

    private static final class Stream extends ByteArrayOutputStream {
        private Written told = new Written(0, 0, new byte[0]);
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    /** It says how much it wrote, and leaves the stream open. */
    @Test
    @Requirement("EXP-4")
    void itWritesWhatItSaysItWrites() throws IOException {
        CrmSession owner = crm.as(Actor.person(CLINIC, "owner", Role.OWNER));
        assertThat(reports()).isNotEmpty();
        for (Report report : reports()) {
            Stream stream = written(writer(), owner, report);
            String what = report.contents() + " as " + report.format();
            assertThat(stream.told.bytes()).as(what).isEqualTo(stream.size()).isPositive();
            assertThat(stream.told.rows()).as(what).isPositive();
            assertThat(stream.told.manifest()).as(what).isNotEmpty();
            assertThat(stream.closed).as(what).isFalse();
        }
    }

    /** Who may not see something gets nothing of it. */
    @Test
    @Requirement("PRV-2")
    void itShowsNobodyWhatTheyMayNotSee() {
        CrmSession auditor = crm.as(Actor.person(CLINIC, "auditor", Role.AUDITOR));
        for (Report report : reports()) {
            Stream stream = new Stream();
            assertThatExceptionOfType(AccessDenied.class)
                    .as(report.contents() + " as " + report.format())
                    .isThrownBy(() -> writer().write(auditor, order(report), stream));
            assertThat(stream.size()).isZero();
        }
    }
}
