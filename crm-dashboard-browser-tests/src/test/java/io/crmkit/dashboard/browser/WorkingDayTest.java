package io.crmkit.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff do all day, in a browser. */
@Requirement("HST-3")
@ExtendWith(Chromium.class)
class WorkingDayTest {
    private Surgery surgery;
    private Visitor visitor;

    @BeforeEach
    void open() {
        surgery = new Surgery();
        visitor = Visitor.of(surgery);
    }

    @AfterEach
    void close() {
        assertThat(visitor.complaints).isEmpty();
        visitor.close();
        surgery.close();
    }

    private void marta() {
        visitor.open("/dashboard/contacts/" + surgery.find("marta"));
    }

    @Test
    void aContactIsFoundAndOpened() {
        visitor.open("/dashboard");
        visitor.page.fill("#q", "marta");
        visitor.page.press("#q", "Enter");
        visitor.settle();
        visitor.click("tbody th a");
        assertThat(visitor.page.textContent("h1")).contains("Marta");
        assertThat(visitor.page.title()).contains("Marta");
    }

    @Test
    void aFactIsTracedToItsMessage() {
        marta();
        String value = visitor.page.textContent(".fact:has(.source a) .source q");
        visitor.click(".fact .source a");
        assertThat(visitor.page.textContent("mark")).isEqualTo(value);
        assertThat(visitor.page.locator("mark").isVisible()).isTrue();
        assertThat(visitor.focused()).startsWith("m-");
    }

    @Test
    void aTagIsPutOnManyAndTheProgressShows() {
        visitor.open("/dashboard");
        visitor.click("#bulk-more");
        visitor.page.check("#pick-all");
        visitor.page.fill("#bulk-name", "primavera");
        visitor.click("#bulk-go");
        visitor.click("#confirm");
        assertThat(visitor.page.textContent("#job")).contains("En espera");
        surgery.crm.dueWork().runDue();
        visitor.page.waitForSelector("#job:has-text('Terminado')");
        assertThat(visitor.page.locator("#job").textContent()).contains("Hechos");
    }

    @Test
    void aTagIsAddedAndTheFocusStays() {
        marta();
        visitor.page.fill("#tag-name", "nueva");
        visitor.page.focus("#tag-add");
        visitor.page.keyboard().press("Enter");
        visitor.page.waitForSelector(".said");
        visitor.settle();
        assertThat(visitor.focused()).isNotEmpty().isNotEqualTo("BODY");
        assertThat(visitor.page.textContent("#live")).isEqualTo("Etiqueta agregada.");
        assertThat(visitor.page.textContent("#tags")).contains("nueva");
    }

    @Test
    void aFactIsCorrectedByKeyboardAlone() {
        marta();
        Locator fact = visitor.page.locator(".fact:has(input[name=value])").first();
        fact.locator("summary").focus();
        visitor.page.keyboard().press("Enter");
        fact.locator("input[name=value]").focus();
        visitor.page.keyboard().press("Control+A");
        visitor.page.keyboard().type("Marta Corregida");
        visitor.page.keyboard().press("Enter");
        visitor.page.waitForSelector(".said");
        assertThat(visitor.page.textContent("#facts")).contains("Marta Corregida");
        visitor.settle();
        assertThat(visitor.focused()).isNotEmpty();
    }

    @Test
    @Requirement({"MRG-2", "MRG-3"})
    void twoAreMergedAndPartedAgain() {
        visitor.open("/dashboard/duplicates");
        visitor.click(".pair .button.main");
        visitor.click("#merge");
        assertThat(visitor.page.textContent("#said")).isEqualTo("Contactos unidos.");
        visitor.click("#merges button");
        assertThat(visitor.page.textContent("#said")).startsWith("Unión deshecha");
        assertThat(visitor.page.textContent("#live")).startsWith("Unión deshecha");
    }

    @Test
    @Requirement("MSG-2")
    void anAnswerIsSentWithinTheWindowAndOutsideOfItThePageSaysWhyNot() {
        marta();
        visitor.page.fill("#message-text", "¡Nos vemos!");
        visitor.click("#message-send");
        assertThat(visitor.page.textContent("#timeline")).contains("¡Nos vemos!");
        assertThat(surgery.messenger.sent()).hasSize(1);
        surgery.clock.advance(Duration.ofDays(3));
        marta();
        assertThat(visitor.page.isVisible("#message-text")).isFalse();
        assertThat(visitor.page.textContent("#message")).contains("más de 24 horas");
    }

    @Test
    void olderEntriesComeWithoutLosingTheFocus() {
        Party marta = Party.of(Identifier.phone("5491155550101"));
        for (int i = 0; i < 70; i++) {
            surgery.says("more" + i, marta, i, "mensaje " + i);
        }
        marta();
        visitor.page.focus("#older-link");
        visitor.page.keyboard().press("Enter");
        visitor.page.waitForSelector("text=mensaje 20");
        visitor.settle();
        assertThat(visitor.page.locator(".entry").count()).isEqualTo(60);
        assertThat(visitor.focused()).isEqualTo("older-link");
    }

    @Test
    void aListIsCountedWhileItIsMade() {
        visitor.open("/dashboard/lists/new");
        visitor.page.selectOption("#kind-0", "INTERACTIONS");
        visitor.page.fill("#value-0", "10");
        visitor.page.press("#value-0", "Tab");
        visitor.page.waitForSelector("#count:has-text('contactos')");
        assertThat(visitor.page.textContent("#count")).contains("10 o más interacciones");
        assertThat(visitor.focused()).isNotEmpty();
    }

    @Test
    void whoIsErasedIsGone() {
        String marta = "/dashboard/contacts/" + surgery.find("marta");
        visitor.open(marta);
        visitor.click("#to-erase");
        visitor.page.check("#sure");
        visitor.click("#erase");
        assertThat(visitor.page.textContent("h1")).isEqualTo("Certificado de eliminación");
        visitor.open("/dashboard?q=marta");
        assertThat(visitor.page.textContent("main")).contains("Nadie cumple");
    }

    @Test
    void anotherRoleSeesMaskedData() {
        surgery.loggedInAs(Role.ANALYST);
        visitor.open("/dashboard");
        assertThat(visitor.page.textContent("tbody")).doesNotContain("Marta").contains("M.");
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        try (Visitor plain = new Visitor(surgery, false, 1280)) {
            plain.open("/dashboard");
            plain.page.fill("#q", "marta");
            plain.page.click("#search");
            plain.page.click("tbody th a");
            plain.page.fill("#note-text", "sin guiones");
            plain.page.press("#note-add", "Enter");
            assertThat(plain.page.textContent("#notes")).contains("sin guiones");
            plain.page.press(".fact .source a", "Enter");
            plain.page.waitForSelector("mark");
            assertThat(plain.page.locator("mark").isVisible()).isTrue();
        }
    }
}
