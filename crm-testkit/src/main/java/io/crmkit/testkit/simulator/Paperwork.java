package io.crmkit.testkit.simulator;

import io.crmkit.CrmSession;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Verdict;
import io.crmkit.report.Column;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.ReportWriter;
import io.crmkit.report.Schedule;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.PersonRequest.Kind;
import io.crmkit.request.Regime;
import io.crmkit.rights.Requests;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.ScriptedMessenger;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What a business has to do with people beside talking: promises, wishes, messages, lists and reports, at random. */
record Paperwork(Dice dice) {
    /** Answers by the id it is given, so that the same message is answered the same. */
    static ScriptedMessenger messenger() {
        return new ScriptedMessenger(new ChannelAccount("whatsapp", "1001"))
                .answering(dispatch -> switch ((int) Math.floorMod(dispatch.id().getLeastSignificantBits(), 5L)) {
                    case 0 -> new Verdict.Unknown();
                    case 1 -> new Verdict.RetryAfter(Duration.ofHours(1), false, 7);
                    case 2 -> new Verdict.Refused(9, Verdict.Advice.CHECK_ADDRESS);
                    default -> ScriptedMessenger.accepted(dispatch);
                });
    }

    /** Writes nothing. */
    static ReportWriter writer() {
        return new ReportWriter() {
            @Override
            public boolean writes(Contents contents, Report.Format format) {
                return true;
            }

            @Override
            public Written write(CrmSession session, Order order, OutputStream to) {
                return new Written(0, 0, new byte[0]);
            }
        };
    }

    void one(CrmSession session, ContactId some) {
        switch (dice.upTo(7)) {
            case 0, 1 ->
                session.privacy()
                        .consent(
                                some,
                                dice.oneOf(List.of(Purpose.values())),
                                dice.oneOf(List.of("whatsapp", Consent.EVERY_CHANNEL)),
                                dice.oneIn(2),
                                dice.oneIn(2) ? null : "privacy-2");
            case 2, 3 ->
                session.outreach()
                        .send(
                                some,
                                Draft.of(
                                                dice.oneOf(List.of(Purpose.ANSWER, Purpose.REMINDER)),
                                                Outgoing.Template.of("reminder", "es_AR", words()))
                                        .once(words()));
            case 4 -> request(session, some);
            case 5 -> session.segments().save(list());
            default -> session.reports().save(report());
        }
    }

    private String words() {
        return dice.oneOf(List.of("hola", "\uD835\uDD38 half \uD83D pair", "\u05D0\u05D1")) + dice.next();
    }

    private void request(CrmSession session, ContactId some) {
        Requests requests = session.privacy().requests();
        Instant received = FixedClock.at("2026-12-20T10:00:00Z").instant();
        Optional<PersonRequest> opened = requests.open(
                some,
                dice.oneOf(List.of(Kind.values())),
                dice.oneOf(List.of(Regime.values())),
                received,
                "t" + dice.next());
        opened.ifPresent(request -> {
            switch (dice.upTo(4)) {
                case 0 -> requests.refuse(request.id(), PersonRequest.Refusal.UNFOUNDED);
                case 1 -> requests.extend(request.id(), PersonRequest.Extension.COMPLEXITY);
                case 2 -> requests.fulfil(request.id());
                default -> {}
            }
        });
    }

    private SmartList list() {
        Criterion criterion = new Criterion.Any(List.of(
                new Criterion.Tagged(Tag.of(words())),
                new Criterion.Text(words()),
                new Known.In(SegmentKey.of("active"))));
        return new SmartList(SegmentKey.of("list-" + dice.upTo(5)), words(), criterion);
    }

    private Report report() {
        ContactQuery everybody = ContactQuery.of(new Criterion.Text(words()));
        Contents contents = dice.oneOf(List.of(
                new Contents.Figures(),
                new Contents.Everything(everybody.by(ContactQuery.Order.INTERACTIONS)),
                new Contents.Table(
                        everybody,
                        List.of(Column.of(Column.Kind.NAME), Column.attribute("insurer")),
                        Column.of(Column.Kind.STATUS))));
        Schedule schedule = dice.oneOf(List.of(
                new Schedule.Daily(LocalTime.NOON),
                new Schedule.Weekly(DayOfWeek.MONDAY, LocalTime.of(7, 30)),
                new Schedule.Monthly(31, LocalTime.MIDNIGHT)));
        return new Report(
                "report-" + dice.upTo(4),
                words(),
                schedule,
                contents,
                dice.oneOf(List.of(Report.Format.values())),
                new Report.Destination("post", List.of("a" + dice.next() + "@example.org")));
    }
}
