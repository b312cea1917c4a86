package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.dossier.Delivery;
import io.crmkit.export.FolderDelivery;
import io.crmkit.export.ReportFile;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.ReportWriter;
import io.crmkit.report.Schedule;
import io.crmkit.tenant.TenantSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/** The owner's figures, drawn to a file as they would come by themselves every morning. */
record DrawnReport(Path file, Instant now) {
    private static final Report FIGURES = new Report(
            "figures",
            "Clínica Norte",
            new Schedule.Daily(LocalTime.of(8, 0)),
            new Contents.Figures(),
            Report.Format.PDF,
            new Report.Destination("folder", List.of()));

    void write(CrmSession clinic, PrintStream out) throws CannotRun {
        Path target = file.toAbsolutePath();
        Delivery folder = new FolderDelivery(Objects.requireNonNull(target.getParent(), "folder"));
        ReportWriter.Order order = new ReportWriter.Order(FIGURES, now, now, TenantSettings.DEFAULT);
        try (Delivery.Parcel parcel = folder.open(String.valueOf(target.getFileName()))) {
            ReportWriter.Written written = new ReportFile().write(clinic, order, parcel.contents());
            parcel.deliver(written.manifest());
            out.println("Drawn: " + written.rows() + " pages to " + file + ".");
        } catch (IOException failed) {
            throw new CannotRun("Cannot draw to " + file + ": " + failed.getMessage(), failed);
        }
    }
}
