package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.report.Column;
import io.crmkit.report.Contents;
import io.crmkit.report.PlannedReport;
import io.crmkit.report.Report;
import io.crmkit.report.Report.Destination;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.tenant.TenantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A planned report, as bytes to be sealed. */
final class ReportCodec {
    private static final int VERSION = 1;

    /** Kept in storage, so never renamed. */
    private enum Which {
        DAILY,
        WEEKLY,
        MONTHLY,
        TABLE,
        EVERYTHING,
        FIGURES
    }

    private ReportCodec() {}

    static byte[] encode(PlannedReport planned) {
        Report report = planned.report();
        return FieldWriter.version(VERSION)
                .text(report.key())
                .text(report.title())
                .record(report.schedule(), ReportCodec::write)
                .record(report.contents(), ReportCodec::write)
                .word(report.format())
                .text(report.to().carrier())
                .list(report.to().addresses(), FieldWriter::text)
                .record(planned.by(), ReportCodec::write)
                .toBytes();
    }

    static PlannedReport decode(byte[] bytes, TenantId tenant, Instant nextAt) {
        return FieldReader.read(bytes, VERSION, from -> {
            Report report = new Report(
                    required(from.text()),
                    required(from.text()),
                    required(from.record(ReportCodec::schedule)),
                    required(from.record(ReportCodec::contents)),
                    from.word(Report.Format.class),
                    new Destination(required(from.text()), from.list(one -> required(one.text()))));
            return new PlannedReport(report, required(from.record(by -> actor(by, tenant))), nextAt);
        });
    }

    private static void write(FieldWriter to, Schedule schedule) {
        if (schedule instanceof Schedule.Weekly weekly) {
            to.word(Which.WEEKLY).text(weekly.at().toString()).word(weekly.day());
        } else if (schedule instanceof Schedule.Monthly monthly) {
            to.word(Which.MONTHLY).text(monthly.at().toString()).number(monthly.day());
        } else {
            to.word(Which.DAILY).text(schedule.at().toString());
        }
    }

    private static Schedule schedule(FieldReader from) {
        Which which = from.word(Which.class);
        LocalTime at = LocalTime.parse(required(from.text()));
        return switch (which) {
            case DAILY -> new Schedule.Daily(at);
            case WEEKLY -> new Schedule.Weekly(from.word(DayOfWeek.class), at);
            case MONTHLY -> new Schedule.Monthly((int) from.number(), at);
            default -> throw new GarbledRecord("it says what where it should say when");
        };
    }

    private static void write(FieldWriter to, Contents contents) {
        if (contents instanceof Contents.Table table) {
            Column grouped = table.grouped();
            to.word(Which.TABLE)
                    .record(table.query(), ReportCodec::write)
                    .list(table.columns(), ReportCodec::write)
                    .record(grouped, ReportCodec::write);
        } else if (contents instanceof Contents.Everything everything) {
            to.word(Which.EVERYTHING).record(everything.query(), ReportCodec::write);
        } else {
            to.word(Which.FIGURES);
        }
    }

    private static Contents contents(FieldReader from) {
        return switch (from.word(Which.class)) {
            case TABLE ->
                new Contents.Table(
                        required(from.record(ReportCodec::query)),
                        from.list(ReportCodec::column),
                        from.record(ReportCodec::column));
            case EVERYTHING -> new Contents.Everything(required(from.record(ReportCodec::query)));
            case FIGURES -> new Contents.Figures();
            default -> throw new GarbledRecord("it says when where it should say what");
        };
    }

    private static void write(FieldWriter to, ContactQuery query) {
        to.word(query.order()).record(query.criterion(), CriterionCodec::write);
    }

    private static ContactQuery query(FieldReader from) {
        ContactQuery.Order order = from.word(ContactQuery.Order.class);
        return new ContactQuery(required(from.record(CriterionCodec::read)), order);
    }

    private static void write(FieldWriter to, Column column) {
        to.word(column.kind()).text(column.attribute());
    }

    private static Column column(FieldReader from) {
        return new Column(from.word(Column.Kind.class), required(from.text()));
    }

    private static void write(FieldWriter to, Actor by) {
        to.word(by.kind()).text(by.name()).list(List.copyOf(new TreeSet<>(by.roles())), FieldWriter::word);
    }

    private static Actor actor(FieldReader from, TenantId tenant) {
        Actor.Kind kind = from.word(Actor.Kind.class);
        String name = required(from.text());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(from.list(one -> one.word(Role.class)));
        return new Actor(tenant, kind, name, roles);
    }
}
