package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.bytes;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.crmkit.testkit.Requirement;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Requirement({"CAP-5", "CAP-9"})
class HostileBodiesTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private final Clinic clinic = new Clinic();

    private int status(byte[] body) {
        return clinic.webhook.receive(body, null).status();
    }

    private int status(String body) {
        return status(body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
                "object=whatsapp_business_account",
                "{",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\"",
                "{\"a\":NaN}",
                "{'a':1}",
                "{} {}",
                "{\"a\":\"\\ud8",
                "\u0000",
                "\uFEFF\uFEFF{}"
            })
    void whatIsNoJsonIsRefused(String body) {
        assertThat(status(body)).isEqualTo(400);
        assertThat(clinic.quarantine()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(status("{\"object\":\"Peña\"}".getBytes(ISO_8859_1))).isEqualTo(400);
        assertThat(status(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})).isEqualTo(400);
    }

    @Test
    void theLargestBodyIsTakenAndOneByteMoreIsNot() {
        String post = messages(message("wamid.1", text("Hola")));
        byte[] largest = bytes(post + " ".repeat(WhatsAppWebhook.LARGEST_BODY - bytes(post).length));
        byte[] larger = bytes(post + " ".repeat(WhatsAppWebhook.LARGEST_BODY - bytes(post).length + 1));

        assertThat(status(larger)).isEqualTo(413);
        assertThat(clinic.contacts()).isEmpty();
        assertThat(status(largest)).isEqualTo(200);
        assertThat(clinic.contacts()).hasSize(1);
    }

    static Stream<String> bombs() {
        return Stream.of(
                "[".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"a\":".repeat(51) + "1" + "}".repeat(51),
                "[" + "9".repeat(3_000_000) + "]",
                "[0." + "9".repeat(3_000_000) + "]",
                "{" + "\"\":0,".repeat(600_000) + "\"\":0}",
                "{" + keys(250_000) + "\"z\":0}",
                "[" + "0,".repeat(1_500_000) + "0]",
                "{\"" + "k".repeat(2_000) + "\":0}",
                "[\"" + "s".repeat(1_000_001) + "\"]");
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append('"').append(Integer.toString(i, 36)).append("\":0,");
        }
        return keys.toString();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefusedBeforeItGoesOff(String bomb) {
        byte[] body = bomb.getBytes(UTF_8);
        assertThat(body.length).isLessThan(WhatsAppWebhook.LARGEST_BODY);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        assertThat(status(body)).isEqualTo(400);

        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(32L * MEBIBYTE);
    }

    @Test
    void aNumberWithAnEndlessExponentIsANumber() {
        clinic.receives(messages(
                "{'from':'" + ANA + "','id':'wamid.1','timestamp':1e999999999,'x':1e-999999999," + text("Hola") + "}",
                message("wamid.2", "'type':'location','location':{'latitude':1e999999999,'longitude':1e-999999999}")));

        assertThat(clinic.timeline()).hasSize(2);
    }

    @Test
    void aFieldWrittenTwiceIsNoReasonToLoseAMessage() {
        clinic.receives(messages(message("wamid.1", "'type':'image'," + text("Hola"))));

        assertThat(clinic.onlyContent().text()).isEqualTo("Hola");
    }

    @Test
    void textThatCannotBeStoredIsMarkedAndKeptAsItCame() {
        clinic.receives(messages(message("wamid.1", text("a\\u0000b \\ud83d c \\udc4d d 👍"))));

        assertThat(clinic.onlyContent().text()).isEqualTo("a\uFFFDb \uFFFD c \uFFFD d 👍");
        assertThat(clinic.onlyContent().raw()).contains("a\\u0000b \\ud83d c \\udc4d d 👍");
    }

    @Test
    void everyCharacterThereIsComesThroughUnchanged() {
        StringBuilder all = new StringBuilder();
        for (int c = 0x20; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 61) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                all.append(c == '"' || c == '\\' || c == '\'' ? "." : Character.toString(c));
            }
        }
        clinic.receives(messages(message("wamid.1", text(all.toString()))));

        assertThat(clinic.onlyContent().text()).isEqualTo(all.toString());
    }

    @Test
    void aTextTooLongIsCutBetweenCharactersAndKeptWhole() {
        clinic.receives(messages(message("wamid.1", text("a" + "👍".repeat(40_000)))));

        String text = clinic.onlyContent().text();
        assertThat(text).hasSize(65_535).endsWith("👍");
        assertThat(clinic.onlyContent().raw()).hasSizeGreaterThan(80_000);
    }

    @Test
    void namesAndWordsOfAnyLengthAreNoSurprise() {
        clinic.receives(Bodies.of(
                "f".repeat(500),
                "'contacts':[{'profile':{'name':'" + "👩".repeat(10_000) + "','username':'" + "@".repeat(10_000)
                        + "'},'wa_id':'" + ANA + "'}],"
                        + Bodies.list("messages", message("wamid.1", "'type':'" + "t".repeat(500) + "'"))));

        assertThat(clinic.onlyContent().type()).isEqualTo("unknown");
        assertThat(clinic.onlyContact().displayName().orElseThrow())
                .hasSize(512)
                .endsWith("👩");
    }

    @Test
    void everySampleIsUnderstood() {
        for (String sample : Samples.all()) {
            Clinic fresh = new Clinic();
            WebhookReply reply = fresh.receives(sample);
            assertThat(reply.outcomes()).isNotEmpty();
        }
    }

    @Test
    void whateverIsSpoiltInABodyItIsCapturedOrKeptAside() {
        List<JsonNode> samples = Samples.all().stream()
                .map(sample -> Json.read(bytes(sample)).orElseThrow())
                .toList();
        Mutation mutation = new Mutation(35);
        Random chance = new Random(36);
        for (int i = 0; i < 5_000; i++) {
            String spoilt = Json.write(mutation.spoil(samples.get(chance.nextInt(samples.size()))));

            WebhookReply reply = new Clinic().receives(spoilt.getBytes(UTF_8));

            assertThat(reply.outcomes()).as(spoilt).isNotEmpty();
            assertThat(reply.reasons()).as(spoilt).doesNotContain(Scene.UNFORESEEN);
        }
    }

    @Test
    void whateverHappensToTheBytesTheyAreTakenOrRefused() {
        List<byte[]> samples = Samples.all().stream().map(Bodies::bytes).toList();
        Mutation mutation = new Mutation(37);
        for (int i = 0; i < 8_000; i++) {
            byte[] spoilt = mutation.spoil(samples.get(i % samples.size()));

            WebhookReply reply = new Clinic().webhook.receive(spoilt, null);

            assertThat(reply.status()).isIn(200, 400);
            assertThat(reply.outcomes().isEmpty()).isEqualTo(reply.status() == 400);
            assertThat(reply.reasons()).doesNotContain(Scene.UNFORESEEN);
        }
    }
}
