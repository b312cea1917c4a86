package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.privacy.Actor;
import io.crmkit.profile.ContactProfile;
import io.crmkit.tenant.TenantId;
import io.crmkit.whatsapp.WebhookReply;
import io.crmkit.whatsapp.WhatsAppAccounts;
import io.crmkit.whatsapp.WhatsAppWebhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first screen of the README says what is so: its code is the code below. */
class ReadmeTest {
    private static final String THIS = "src/test/java/io/crmkit/quickstart/ReadmeTest.java";

    private final String verifyToken = "token";
    private final String appSecret = "secret";
    private final Instant sentAt = Instant.parse("2026-03-10T13:00:05Z");
    private final ProviderRef message = new ProviderRef(new ChannelAccount("whatsapp", "105"), "out-1");
    private final Party recipient = Party.of(Identifier.phone("5491155550191"));
    private final List<String> shown = new ArrayList<>();

    @TempDir
    Path place;

    @Test
    void theCodeShowsWhatWasSaid() throws GeneralSecurityException {
        Path rootKey = place.resolve("keys.json");
        KeysetFile.create(rootKey);
        byte[] rawBody = Run.webhook("105", "5491155550191", "in-1", 1773147600, "Hola")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        String signatureHeader = "sha256=" + hmac(rawBody);
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl("jdbc:h2:mem:readme");

            try (JpaStorage storage = JpaStorage.on(dataSource, KeysetFile.open(rootKey), SchemaMode.CREATE)) {
                Crm crm = Crm.create(storage).build();
                TenantId clinic = TenantId.of("clinica-norte");
                WhatsAppWebhook webhook = WhatsAppWebhook.create(crm, WhatsAppAccounts.all(clinic), verifyToken)
                        .signedWith(appSecret)
                        .build();

                WebhookReply reply =
                        webhook.receive(rawBody, signatureHeader); // from your HTTP endpoint, durable when it returns

                CrmSession bot = crm.as(Actor.bot(clinic));
                bot.capture(MessageEvent.sent(
                        message, recipient, Author.BOT, sentAt, Content.text("¡Hola! ¿En qué te ayudo?")));
                for (ContactSummary contact : bot.contacts(null, 50).items()) {
                    ContactProfile profile = bot.profile(contact.id()).orElseThrow();
                    profile.recent()
                            .forEach(entry ->
                                    show(entry.author(), entry.content().text()));
                }
            }
        }

        assertThat(shown).containsExactly("CUSTOMER: Hola", "BOT: ¡Hola! ¿En qué te ayudo?");
    }

    @Test
    void theCodeInTheReadmeIsTheCodeThatRan() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("../../README.md"));
        int begin = readme.indexOf("```java");
        List<String> code = readme.subList(begin + 1, readme.size());
        String quoted = String.join("\n", code.subList(0, code.indexOf("```")));

        assertThat(begin).as("line of the first code").isLessThan(25);
        assertThat(withoutSpace(Files.readString(Path.of(THIS)))).contains(withoutSpace(quoted));
    }

    /** The formatter breaks lines in another way than a page does. */
    private static String withoutSpace(String code) {
        return code.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void show(Author author, String text) {
        shown.add(author + ": " + text);
    }

    private String hmac(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
