package io.crmkit.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.crmkit.testkit.Requirement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page, on a desk and on a phone, in light and in the dark. */
@Requirement("HST-3")
@ExtendWith(Chromium.class)
class EveryPageTest {
    private static final int LARGEST = 150 * 1024;

    private static Surgery surgery;

    @BeforeAll
    static void open() {
        surgery = new Surgery();
    }

    @AfterAll
    static void close() {
        surgery.close();
    }

    private static Map<String, String> pages() {
        String marta = "/dashboard/contacts/" + surgery.find("marta");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("contacts", "/dashboard");
        pages.put("contacts-search", "/dashboard?q=turno&status=active");
        pages.put("contact", marta);
        pages.put("inquiries", "/consultas");
        pages.put("support", "/soporte");
        pages.put("brief", marta + "/brief");
        pages.put("duplicates", "/dashboard/duplicates");
        pages.put("merge", "/dashboard/merge?survivor=" + surgery.find("silvia") + "&other=" + surgery.find("julián"));
        pages.put("jobs", "/dashboard/jobs");
        pages.put("job", surgery.job());
        pages.put("figures", "/dashboard/figures");
        pages.put("segments", "/dashboard/segments");
        pages.put("list", "/dashboard/lists/new");
        pages.put("exports", "/dashboard/exports");
        pages.put("audit", "/dashboard/audit");
        pages.put("erase", marta + "/erase");
        pages.put("problem", "/dashboard/nothing");
        return pages;
    }

    private static void eachPage(int width, String kind, ColorScheme scheme) {
        SoftAssertions all = new SoftAssertions();
        try (Visitor visitor = new Visitor(surgery, true, width)) {
            visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            pages().forEach((name, path) -> {
                visitor.complaints.clear();
                visitor.open(path);
                visitor.photograph(name + "-" + kind);
                all.assertThat(visitor.barriers()).as(name).isEmpty();
                all.assertThat(visitor.complaints.stream().filter(each -> !name.equals("problem")))
                        .as(name)
                        .isEmpty();
                all.assertThatCode(() -> visitor.staysWithin(name)).doesNotThrowAnyException();
                all.assertThat(visitor.page.content().length()).as(name).isLessThan(LARGEST);
            });
        }
        all.assertAll();
    }

    @Test
    void isUsableOnADesk() {
        eachPage(1280, "1280", ColorScheme.LIGHT);
    }

    @Test
    void isUsableOnAPhone() {
        eachPage(390, "390", ColorScheme.LIGHT);
    }

    @Test
    void isUsableInTheDark() {
        eachPage(1280, "1280-dark", ColorScheme.DARK);
    }

    @Test
    void nothingIsAskedOfAnybodyElse() {
        try (Visitor visitor = Visitor.of(surgery)) {
            visitor.page.onRequest(request -> assertThat(request.url()).startsWith(surgery.url("")));
            pages().values().forEach(visitor::open);
        }
    }
}
