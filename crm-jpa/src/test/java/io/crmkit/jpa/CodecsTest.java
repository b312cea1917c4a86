package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.Aftermath;
import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Reacted;
import io.crmkit.jpa.IdentifierCodec.Matched;
import io.crmkit.jpa.InteractionCodec.Body;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CodecsTest {
    private static final String WRITTEN =
            "010877616d69642e41a40106696d616765114173c3ad2071756564c3b320f09f9982117b2274797065223a2269"
                    + "6d616765227d0b526f73612044c3ad617a0002011b1a06696d616765086d656469612d310b696d6167652f6a70"
                    + "6567001e1d0844722e2050617a001312112b353420313120353535352d303130301f09c0414ccccccccccd09c0"
                    + "4d3333333333330c436f6e73756c746f72696f0013120401ffeb0c556e737570706f72746564012a1413080647"
                    + "48462222400a057465787404ffd83d1514064147454e54080647484622224105f09f918d";

    private record Codec<T>(Class<T> type, Function<T, byte[]> encode, Function<byte[], T> decode) {
        byte[] sample(Samples samples) {
            return encode.apply(samples.of(type));
        }

        void roundTrip(Samples samples) {
            T value = samples.of(type);
            T back = decode.apply(encode.apply(value));
            if (!back.equals(value)) {
                // Slow, but it names the component.
                assertThat(back).usingRecursiveComparison().isEqualTo(value);
            }
            assertThat(back.equals(value))
                    .as("%s comes back", type.getSimpleName())
                    .isTrue();
        }
    }

    private static final List<Codec<?>> CODECS = List.of(
            new Codec<>(Body.class, InteractionCodec::encode, InteractionCodec::decode),
            new Codec<>(ParkedUpdate.class, UpdateCodec::encode, UpdateCodec::decode),
            new Codec<>(ProviderError.class, ErrorCodec::encode, ErrorCodec::decode),
            new Codec<>(Matched.class, IdentifierCodec::encode, IdentifierCodec::decode),
            new Codec<>(Unreadable.class, UnreadableCodec::encode, UnreadableCodec::decode));

    @TestFactory
    Stream<DynamicTest> whateverIsStoredComesBackWithEveryComponent() {
        return each(codec -> {
            Samples samples = new Samples(42);
            for (int i = 0; i < 1_000; i++) {
                codec.roundTrip(samples);
            }
            assertThat(samples.monotonous())
                    .as("components that the samples do not vary, so that a loss would go unseen")
                    .isEmpty();
        });
    }

    @Test
    void theSamplesReachEveryPartOfAMessage() {
        Samples samples = new Samples(1);
        for (int i = 0; i < 200; i++) {
            samples.of(Body.class);
            samples.of(ParkedUpdate.class);
        }
        for (Class<?> part : List.of(
                Content.class,
                Attachment.class,
                Card.class,
                Place.class,
                Aftermath.class,
                MessageEdited.class,
                Reacted.class)) {
            for (var component : part.getRecordComponents()) {
                assertThat(samples.components()).contains(part.getSimpleName() + "." + component.getName());
            }
        }
        for (Class<?> update : MessageUpdate.class.getPermittedSubclasses()) {
            assertThat(samples.components()).contains(update.getSimpleName() + ".at");
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsCutOffAnywhereIsRefused() {
        return each(codec -> {
            Samples samples = new Samples(3);
            for (int i = 0; i < 20; i++) {
                byte[] whole = codec.sample(samples);
                for (int length = 0; length < Math.min(whole.length, 1_000); length++) {
                    byte[] cut = Arrays.copyOf(whole, length);
                    assertThatThrownBy(() -> codec.decode.apply(cut)).isInstanceOf(GarbledRecord.class);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsGarbledIsRefusedOrReadAndNothingElse() {
        return each(codec -> {
            Random random = new Random(4);
            Samples samples = new Samples(4);
            int refused = 0;
            for (int i = 0; i < 5_000; i++) {
                byte[] bytes = i % 2 == 0 ? codec.sample(samples) : new byte[random.nextInt(60)];
                if (i % 2 == 1) {
                    random.nextBytes(bytes);
                }
                if (bytes.length > 0) {
                    bytes[0] = 1;
                }
                for (int j = random.nextInt(4); j >= 0 && bytes.length > 1; j--) {
                    bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt();
                }
                try {
                    codec.decode.apply(bytes);
                } catch (GarbledRecord garbled) {
                    refused++;
                }
            }
            assertThat(refused).isGreaterThan(2_500);
        });
    }

    @TestFactory
    Stream<DynamicTest> aNewerFormatIsRefusedInSoManyWords() {
        return each(codec -> {
            byte[] newer = codec.sample(new Samples(5));
            newer[0] = 2;
            assertThatThrownBy(() -> codec.decode.apply(newer))
                    .isInstanceOf(GarbledRecord.class)
                    .hasMessageContaining("its format is 2");
        });
    }

    @TestFactory
    Stream<DynamicTest> whatALaterVersionAddsAtTheEndIsSkipped() {
        return each(codec -> {
            byte[] known = codec.sample(new Samples(6));
            byte[] more = Arrays.copyOf(known, known.length + 5);
            System.arraycopy(new byte[] {4, 'n', 'e', 'w', 0}, 0, more, known.length, 5);
            assertThat(codec.decode.apply(more).equals(codec.decode.apply(known)))
                    .isTrue();
        });
    }

    /** Put together by hand from the documented layout: what the first version wrote must be read for ever. */
    @Test
    void whatWasWrittenLongAgoIsStillRead() {
        Body body = InteractionCodec.decode(HexFormat.of().parseHex(WRITTEN));
        Instant at = Instant.parse("2026-01-01T00:00:00.123456Z");
        Content content = new Content(
                "image",
                "Así quedó 🙂",
                List.of(new Attachment("image", "media-1", "image/jpeg", null, null)),
                null,
                List.of(new Card("Dr. Paz", null, List.of("+54 11 5555-0100"), List.of(), false)),
                new Place(-34.6, -58.4, "Consultorio", null),
                null,
                null,
                true,
                List.of(new ProviderError(131_051, "Unsupported", "")),
                "Rosa Díaz",
                "{\"type\":\"image\"}");
        Aftermath aftermath = new Aftermath(
                List.of(new MessageEdited(at, Content.text("\ud83d"))),
                List.of(new Reacted(Author.AGENT, at.plusNanos(1_000), "👍")),
                null,
                Naming.NONE);
        Body expected = new Body("wamid.A", content, aftermath);
        assertThat(body.equals(expected)).isTrue();
        assertThat(InteractionCodec.encode(expected)).asHexString().isEqualToIgnoringCase(WRITTEN);
    }

    @Test
    void aPlainMessageCostsLittleMoreThanItsText() {
        byte[] bytes = InteractionCodec.encode(new Body("wamid.A", Content.text("Hola"), Aftermath.NONE));
        assertThat(bytes).hasSizeLessThan("wamid.A".length() + "text".length() + "Hola".length() + 8);
    }

    @Test
    void theLongestTextIsKeptWhole() {
        String text = "🙂".repeat(Content.TEXT_LIMIT / 2 - 1) + "a🙂";
        Content content = Content.of("text", text, "x".repeat(3_500_000));
        Body back = InteractionCodec.decode(InteractionCodec.encode(new Body("wamid.A", content, Aftermath.NONE)));
        assertThat(back.content().equals(content)).isTrue();
        assertThat(back.content().text()).endsWith("🙂a");
    }

    @Test
    void aBodyShowsNoText() {
        assertThat(new Body("wamid.A", Content.text("canary"), Aftermath.NONE)).hasToString("Body[Content[text]]");
        assertThat(new Matched(Identifier.phone("+54 11 5555-0100"), new MatchKey(Scheme.PHONE, "", "541155550100"))
                        .toString())
                .doesNotContain("5555");
    }

    private static Stream<DynamicTest> each(Consumer<Codec<?>> rule) {
        return CODECS.stream()
                .map(codec -> DynamicTest.dynamicTest(codec.type.getSimpleName(), () -> rule.accept(codec)));
    }
}
