package io.crmkit.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Page;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Interaction;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.Requirement;
import io.crmkit.whatsapp.WhatsAppAccounts;
import io.crmkit.whatsapp.WhatsAppWebhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers write is shown as they wrote it, and never does anything. */
@Requirement("HST-3")
@ExtendWith(Chromium.class)
class InjectionTest {
    private static final int EACH = 25;
    private static final long SENT = 1_773_180_000L;

    private final List<String> payloads = Payloads.thousand();
    private Surgery surgery;

    @BeforeEach
    void open() {
        surgery = new Surgery();
    }

    @AfterEach
    void close() {
        surgery.close();
    }

    /** Every customer goes by a payload and writes twenty-five, through the webhook. */
    private void written(int customers) {
        WhatsAppWebhook webhook = WhatsAppWebhook.create(surgery.crm, WhatsAppAccounts.all(Surgery.ID), "word")
                .unsigned()
                .build();
        for (int i = 0; i < customers * EACH; i++) {
            String phone = "54911600" + (10_000 + i / EACH);
            String body =
                    "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"800\",\"changes\":[{\"field\":"
                            + "\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":"
                            + "\"5491150001000\",\"phone_number_id\":\"700\"},\"contacts\":[{\"profile\":{\"name\":"
                            + quoted(payloads.get(i / EACH * EACH)) + "},\"wa_id\":\"" + phone
                            + "\"}],\"messages\":[{\"from\":\""
                            + phone + "\",\"id\":\"wamid.p" + i + "\",\"timestamp\":\"" + (SENT + i)
                            + "\",\"type\":\"text\",\"text\":{\"body\":" + quoted(payloads.get(i)) + "}}]}}]}]}";
            assertThat(webhook.receive(body.getBytes(StandardCharsets.UTF_8), null)
                            .status())
                    .isEqualTo(200);
        }
        surgery.crm.dueWork().runDue();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(c == '"' || c == '\\' ? "\\" : "").append((char) c));
        return json.append('"').toString();
    }

    private void shownAndNeverRun(int customers) {
        written(customers);
        List<ContactSummary> writers = surgery.crm.as(Actor.system(Surgery.ID)).contacts(null, 1_000).items().stream()
                .filter(each -> each.contact().identifiers().stream()
                        .anyMatch(id -> id.value().startsWith("54911600")))
                .toList();
        assertThat(writers).hasSize(customers);
        try (Visitor visitor = Visitor.of(surgery)) {
            for (String path : List.of("/dashboard", "/consultas", "/dashboard?q=stolen", "/dashboard/duplicates")) {
                visitor.open(path);
                unharmed(visitor, path);
            }
            for (ContactSummary writer : writers) {
                visitor.open("/dashboard/contacts/" + writer.id());
                unharmed(visitor, writer.id().toString());
                Page<Interaction> said = surgery.owner().timeline(writer.id(), null, EACH);
                List<String> expected = IntStream.range(0, EACH)
                        .mapToObj(i -> said.items().get(EACH - 1 - i).content().text())
                        .toList();
                assertThat(visitor.page.locator(".entry .text").allTextContents())
                        .isEqualTo(expected);
                visitor.open("/dashboard/contacts/" + writer.id() + "/brief");
                unharmed(visitor, "brief");
            }
        }
    }

    private static void unharmed(Visitor visitor, String where) {
        assertThat(visitor.complaints).as(where).isEmpty();
        assertThat(visitor.page.evaluate("() => window.stolen")).as(where).isNull();
        assertThat(visitor.page.title()).as(where).isNotEqualTo("stolen");
        assertThat(visitor.page.locator("footer .foot, footer.foot").count())
                .as(where)
                .isEqualTo(1);
        assertThat(visitor.page
                        .locator("main script, main iframe, main img, main object, main style")
                        .count())
                .as(where)
                .isZero();
    }

    @Test
    void aHundredOfThem() {
        shownAndNeverRun(4);
    }

    @Test
    @Tag("long")
    void aThousandOfThem() {
        shownAndNeverRun(40);
    }
}
