package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.EventKind;
import io.crmkit.privacy.Role;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What people typed is text wherever it is shown. */
@Requirement("HST-3")
class MarkupTest {
    private static final String TYPED = "\"'></textarea><script>stolen()</script><img src=x onerror=stolen()>";

    private final Clinic clinic = Clinic.busy();

    @Test
    void whatIsTypedAnywhereIsShownAsItWasTypedAndIsNoMarkup() {
        var who = Clinic.person("5491155550009", TYPED);
        clinic.says(who, Clinic.days(1), TYPED);
        clinic.happens(who, EventKind.ESCALATED, Clinic.days(1).plusSeconds(1), TYPED);
        ContactId id = clinic.find("5491155550009");
        clinic.owner().note(id, TYPED);
        clinic.owner().tag(id, Tag.of(TYPED.substring(0, 60)));
        clinic.owner().verdicts().state(id, FactType.COMPANY, "", new FactValue.Text(TYPED));
        clinic.owner().segments().save(new SmartList(SegmentKey.of("x"), TYPED, Criterion.text(TYPED)));
        Browser owner = clinic.as(Role.OWNER);
        String typed = Link.to("").with("q", TYPED).toString();
        for (String path : List.of(
                "/dashboard",
                "/dashboard" + typed,
                "/dashboard/contacts/" + id,
                "/dashboard/contacts/" + id + "/brief",
                "/consultas",
                "/soporte",
                "/dashboard/segments",
                "/dashboard/audit?actor=" + typed.substring(3))) {
            Document page = owner.get(path);
            assertThat(owner.status()).as(path).isEqualTo(200);
            assertThat(page.select("main script, main img, main [onerror]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.html()).as(path).contains("stolen()");
        }
        assertThat(owner.get("/dashboard/contacts/" + id)
                        .select(".entry.customer .text")
                        .text())
                .isEqualTo(TYPED);
        assertThat(owner.get("/dashboard" + typed).select("#q").attr("value")).isEqualTo(TYPED);
    }

    @Test
    void noTemplateWritesAnythingAsItIs() throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("src", "main", "jte"))) {
            assertThat(templates)
                    .isNotEmpty()
                    .allSatisfy(
                            template -> assertThat(Files.readString(template)).doesNotContain("$unsafe"));
        }
    }
}
