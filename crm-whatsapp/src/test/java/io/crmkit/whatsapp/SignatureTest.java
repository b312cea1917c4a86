package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.bytes;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.testkit.Requirement;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Requirement("CAP-9")
class SignatureTest {
    private static final String SECRET = "un-secreto-de-prueba";
    private static final String FORMER = "el-secreto-de-antes";
    private static final String REFERENCE = "sha256=8da07bcd45e3e6c3659f2656c20c2edc3cfe0fad5479a603bcc001a1aa217d5e";
    private static final byte[] BODY = bytes(messages(message("wamid.1", text("¿Hay turno? 🦷"))));

    private final Clinic clinic = new Clinic();
    private final WhatsAppWebhook webhook = signedWith(SECRET);

    @Test
    void whatIsSignedWithTheSecretIsTaken() {
        assertThat(status(BODY, sign(SECRET, BODY))).isEqualTo(200);
        assertThat(clinic.onlyContent().text()).isEqualTo("¿Hay turno? 🦷");
    }

    @Test
    void theSignatureIsMetasAsAnIndependentCalculationGivesIt() {
        // printf '%s' '{}' | openssl dgst -sha256 -hmac un-secreto-de-prueba
        assertThat(sign(SECRET, bytes("{}"))).isEqualTo(REFERENCE);
        assertThat(status(bytes("{}"), REFERENCE)).isEqualTo(200);
    }

    @Test
    void withoutASignatureNothingIsTaken() {
        assertThat(status(BODY, null)).isEqualTo(401);
        assertThat(status(BODY, "")).isEqualTo(401);
        assertThat(status(BODY, "sha256=")).isEqualTo(401);
        assertNothingWasTaken();
    }

    @Test
    void aWrongSignatureIsRefused() {
        String right = sign(SECRET, BODY);

        assertThat(status(BODY, sign("otro", BODY))).isEqualTo(401);
        assertThat(status(BODY, right.substring(0, right.length() - 1))).isEqualTo(401);
        assertThat(status(BODY, right + "0")).isEqualTo(401);
        assertThat(status(BODY, right.substring("sha256=".length()))).isEqualTo(401);
        assertThat(status(BODY, right.replace("sha256", "sha1"))).isEqualTo(401);
        assertThat(status(BODY, " " + right)).isEqualTo(401);
        assertThat(status(BODY, "ñ".repeat(71))).isEqualTo(401);
        assertNothingWasTaken();
    }

    @Test
    void capitalLettersAreNotHowMetaWritesASignature() {
        String capitals = "sha256=" + sign(SECRET, BODY).substring(7).toUpperCase(Locale.ROOT);

        assertThat(status(BODY, capitals)).isEqualTo(401);
    }

    @Test
    void theBytesAreWhatIsSignedNotTheirMeaning() {
        byte[] escaped = new String(BODY, UTF_8).replace("¿", "\\u00bf").getBytes(UTF_8);
        byte[] spaced = new String(BODY, UTF_8).replace(":", ": ").getBytes(UTF_8);

        assertThat(status(escaped, sign(SECRET, BODY))).isEqualTo(401);
        assertThat(status(spaced, sign(SECRET, BODY))).isEqualTo(401);
        assertThat(status(escaped, sign(SECRET, escaped))).isEqualTo(200);
    }

    @Test
    void whileTheSecretChangesBothAreGood() {
        WhatsAppWebhook rotating = signedWith(SECRET, FORMER);

        assertThat(rotating.receive(BODY, sign(SECRET, BODY)).status()).isEqualTo(200);
        assertThat(rotating.receive(BODY, sign(FORMER, BODY)).status()).isEqualTo(200);
        assertThat(rotating.receive(BODY, sign("otro", BODY)).status()).isEqualTo(401);
        assertThat(status(BODY, sign(FORMER, BODY))).isEqualTo(401);
    }

    @Test
    void noneOfAHundredThousandFlippedBitsIsOverlooked() {
        Random chance = new Random(20260901);
        byte[] body = bytes(messages(message("wamid.1", text("Hola"))));
        byte[] header = sign(SECRET, body).getBytes(UTF_8);
        int accepted = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] flipped = chance.nextBoolean() ? body : header;
            int at = chance.nextInt(flipped.length);
            int bit = 1 << chance.nextInt(7);
            flipped[at] ^= (byte) bit;
            accepted += webhook.receive(body, new String(header, UTF_8)).status() == 401 ? 0 : 1;
            flipped[at] ^= (byte) bit;
        }

        assertThat(accepted).isZero();
        assertThat(status(body, new String(header, UTF_8))).isEqualTo(200);
    }

    @Test
    void withoutSecretsThereIsNoWebhookUnlessTheHostSaysSo() {
        assertThatThrownBy(() -> WhatsAppWebhook.create(clinic.crm, WhatsAppAccounts.all(Clinic.NORTE), "t")
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signedWith");
        assertThatThrownBy(() -> signedWith()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> signedWith(SECRET, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signedAndUnsignedExcludeEachOther() {
        WhatsAppWebhookBuilder builder = WhatsAppWebhook.create(clinic.crm, WhatsAppAccounts.all(Clinic.NORTE), "t")
                .signedWith(SECRET);

        assertThatThrownBy(builder::unsigned).isInstanceOf(IllegalStateException.class);
    }

    private void assertNothingWasTaken() {
        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.quarantine()).isEmpty();
    }

    private int status(byte[] body, @Nullable String header) {
        return webhook.receive(body, header).status();
    }

    private WhatsAppWebhook signedWith(String... secrets) {
        return WhatsAppWebhook.create(clinic.crm, WhatsAppAccounts.all(Clinic.NORTE), "t")
                .signedWith(secrets)
                .build();
    }

    private static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }
}
