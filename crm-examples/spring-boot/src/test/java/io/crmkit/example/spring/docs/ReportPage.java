package io.crmkit.example.spring.docs;

import io.crmkit.Crm;
import io.crmkit.Storage;
import io.crmkit.contact.Tag;
import io.crmkit.export.FolderDelivery;
import io.crmkit.export.ReportFile;
import io.crmkit.mail.MailCarrier;
import io.crmkit.mail.MailServer;
import io.crmkit.privacy.Actor;
import io.crmkit.report.Carrier;
import io.crmkit.report.Column;
import io.crmkit.report.Column.Kind;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** {@code reports.md}. */
final class ReportPage {
    private ReportPage() {}

    static Crm planned(Storage storage, Path folder, String user, String password, Actor owner) {
        Crm crm = Crm.create(storage)
                .reports(new ReportFile()) // crm-export
                .carrier("folder", Carrier.always(new FolderDelivery(folder))) // crm-export
                .carrier(
                        "mail",
                        MailCarrier.by( // crm-mail
                                MailServer.startTls("smtp.clinica.example", 587).as(user, password),
                                "CRM <crm@clinica.example>"))
                .build();

        crm.as(owner)
                .reports()
                .save(new Report(
                        "vips",
                        "Our best patients",
                        new Schedule.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 0)),
                        new Contents.Table(
                                ContactQuery.of(Criterion.tagged(Tag.of("vip"))).by(ContactQuery.Order.INTERACTIONS),
                                List.of(Column.of(Kind.NAME), Column.of(Kind.PHONE), Column.attribute("points")),
                                Column.of(Kind.STATUS)),
                        Report.Format.PDF,
                        new Report.Destination("mail", List.of("owner@clinica.example"))));
        return crm;
    }
}
