package io.crmkit.export;

import io.crmkit.move.PlannedRuns;
import io.crmkit.report.Column;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.ReportRun;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** Smart lists and planned reports as records. */
record PlanJson(JsonOut json) {
    void list(SmartList list) {
        json.text("key", list.key().value()).text("name", list.name()).criterion("criterion", list.criterion());
    }

    static SmartList list(Fields f) {
        return new SmartList(SegmentKey.of(f.text("key")), f.text("name"), f.criterion("criterion"));
    }

    void report(PlannedRuns planned) {
        Report report = planned.report();
        json.text("key", report.key()).text("title", report.title());
        json.begin("schedule");
        schedule(report.schedule());
        json.end();
        json.begin("contents");
        contents(report.contents());
        json.end();
        json.word("format", report.format())
                .text("carrier", report.to().carrier())
                .texts("addresses", report.to().addresses())
                .time("nextAt", planned.nextAt())
                .each("runs", planned.runs(), this::run);
    }

    private void schedule(Schedule schedule) {
        json.id("at", schedule.at());
        if (schedule instanceof Schedule.Weekly weekly) {
            json.word("weekday", weekly.day());
        } else if (schedule instanceof Schedule.Monthly monthly) {
            json.number("day", monthly.day());
        }
    }

    private static Schedule schedule(Fields f) {
        LocalTime at = f.parsed("at", f.text("at"), LocalTime::parse, "It is no time of day such as 07:30");
        if (f.has("weekday")) {
            return new Schedule.Weekly(f.word("weekday", DayOfWeek.class), at);
        }
        return f.has("day") ? new Schedule.Monthly(f.whole("day"), at) : new Schedule.Daily(at);
    }

    private void contents(Contents contents) {
        if (contents instanceof Contents.Table table) {
            json.text("kind", "table");
            query(table.query());
            json.each("columns", table.columns(), this::column);
            Column grouped = table.grouped();
            if (grouped != null) {
                json.begin("grouped");
                column(grouped);
                json.end();
            }
        } else if (contents instanceof Contents.Everything everything) {
            json.text("kind", "everything");
            query(everything.query());
        } else {
            json.text("kind", "figures");
        }
    }

    private static Contents contents(Fields f) {
        return switch (f.text("kind")) {
            case "table" ->
                new Contents.Table(
                        query(f), f.each("columns", PlanJson::column), f.optional("grouped", PlanJson::column));
            case "everything" -> new Contents.Everything(query(f));
            case "figures" -> new Contents.Figures();
            default -> throw new IllegalArgumentException("There are no such contents");
        };
    }

    private void query(ContactQuery query) {
        json.criterion("criterion", query.criterion()).word("order", query.order());
    }

    private static ContactQuery query(Fields f) {
        Criterion criterion = f.criterion("criterion");
        return new ContactQuery(criterion, f.word("order", ContactQuery.Order.class));
    }

    private void column(Column column) {
        json.word("shows", column.kind()).text("attribute", column.attribute().isEmpty() ? null : column.attribute());
    }

    private static Column column(Fields f) {
        return new Column(f.word("shows", Column.Kind.class), f.textOrEmpty("attribute"));
    }

    private void run(ReportRun run) {
        json.time("plannedAt", run.plannedAt())
                .word("state", run.state())
                .number("skipped", run.skipped())
                .number("attempts", run.attempts())
                .time("heldUntil", run.heldUntil())
                .time("endedAt", run.endedAt())
                .number("rows", run.rows())
                .number("bytes", run.bytes())
                .text("error", run.error());
    }

    private static ReportRun run(Fields f) {
        return new ReportRun(
                f.time("plannedAt"),
                f.word("state", ReportRun.State.class),
                f.whole("skipped"),
                f.whole("attempts"),
                f.optionalTime("heldUntil"),
                f.optionalTime("endedAt"),
                f.number("rows").longValueExact(),
                f.number("bytes").longValueExact(),
                f.optional("error"));
    }

    static PlannedRuns planned(Fields f) {
        Report report = new Report(
                f.text("key"),
                f.text("title"),
                f.object("schedule").read(PlanJson::schedule),
                f.object("contents").read(PlanJson::contents),
                f.word("format", Report.Format.class),
                new Report.Destination(f.text("carrier"), f.texts("addresses")));
        return new PlannedRuns(report, f.time("nextAt"), f.each("runs", PlanJson::run));
    }
}
