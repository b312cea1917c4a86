package io.crmkit.dashboard;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes responses of answers. */
final class Rendering {
    private static final String HTML = "text/html; charset=utf-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Rendering.class.getClassLoader(), Rendering.class.getPackageName());

    DashboardResponse response(Visit visit, Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            return page(visit, shown.status(), shown.template(), shown.view());
        } else if (answer instanceof Answer.Problem problem) {
            return page(visit, problem.status(), "problem", ProblemView.of(visit, problem.what()));
        } else if (answer instanceof Answer.Moved moved) {
            return new DashboardResponse(
                    303,
                    Guard.with("Location", visit.up() + moved.to(), "Cache-Control", "no-store"),
                    DashboardResponse.Body.NONE);
        }
        Answer.Download file = (Answer.Download) answer;
        Map<String, String> headers = Guard.with(
                "Content-Type",
                file.type(),
                "Content-Disposition",
                "attachment; filename=\"" + file.name() + "\"",
                "Cache-Control",
                "no-store");
        return new DashboardResponse(200, headers, file.body());
    }

    private DashboardResponse page(Visit visit, int status, String template, View view) {
        StringOutput out = new StringOutput(32 * 1024);
        templates.render(template + ".jte", view, out);
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Guard.with("Content-Type", HTML, "Cache-Control", "no-store");
        visit.choice().ifPresent(cookie -> headers.put("Set-Cookie", cookie));
        DashboardResponse.Body body = visit.request().method().equals("HEAD")
                ? DashboardResponse.Body.NONE
                : DashboardResponse.Body.of(bytes);
        return new DashboardResponse(status, headers, body);
    }
}
