package io.crmkit.benchmarks.reads;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Three years of a business whose customers come back: who wrote what, when. Messages come in bursts of five, in turn
 * from the customer and from the business. The same numbers always give the same registry. Everybody in it is made up.
 */
record Registry(int contacts, int messages) {
    static final String TENANT = "clinica-norte";
    static final String ACCOUNT = "106540352242922";
    static final Instant END = Instant.parse("2026-10-01T00:00:00Z");
    static final int BURST = 5;

    private static final Duration YEARS = Duration.ofDays(3 * 365);
    private static final int RARE = 5;
    private static final String[] FIRST =
            ("María José Lucía Martín Sofía Mateo Valentina Juan Camila Pedro Julieta Diego"
                            + " Carla Andrés Paula Tomás Marina Marcos Marta Bruno Elena Iván Nadia Óscar Rita Saúl Zoe Hugo Irene")
                    .split(" ");

    /** One message. */
    record Line(int number, int contact, boolean fromCustomer, Instant at, String text) {
        String providerId() {
            return "wamid.HBgNNTQ5MTE1NTU1MDAwMRUCABIYFDNBOD" + (1_000_000_000_000L + number) + "A=";
        }

        /** What the provider sent, which it does for customers' messages only. */
        String raw() {
            return "{\"from\":\"" + phone(contact) + "\",\"id\":\"" + providerId() + "\",\"timestamp\":\""
                    + at.getEpochSecond() + "\",\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}";
        }
    }

    int bursts() {
        return messages / BURST;
    }

    /** New contacts come all the time; in between, those come back who were there. */
    int contactOf(int burst) {
        int known = (int) ((long) burst * contacts / bursts());
        int next = (int) ((burst + 1L) * contacts / bursts());
        return next > known || known == 0 ? known : random(burst).nextInt(known);
    }

    Line line(int number) {
        int burst = number / BURST;
        Instant at = END.minus(YEARS).plus(YEARS.dividedBy(messages).multipliedBy(number));
        return new Line(number, contactOf(burst), number % BURST % 2 == 0, at, text(number));
    }

    private String text(int number) {
        RandomGenerator random = random(number + 1_000_000_007L);
        StringBuilder text = new StringBuilder();
        int words = 8 + random.nextInt(16);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : i % 9 == 0 ? ", " : " ").append(Lexicon.any(random));
        }
        // Each said by one in nine in the first half year, and by nobody since.
        if (number < messages / 6 && random.nextInt(3) == 0) {
            text.append(" ").append(once(random.nextInt(3)));
        }
        if (number % (messages / 200) < RARE) {
            text.append(" ").append(rare(number / (messages / 200)));
        }
        return text.toString();
    }

    /** A word that five messages in a row say. */
    static String rare(int which) {
        return "xilo" + Lexicon.word(which);
    }

    /** A word that was on everybody's lips long ago. */
    static String once(int which) {
        return "antano" + Lexicon.word(which);
    }

    static String name(int contact) {
        RandomGenerator random = random(contact + 5_000_000_029L);
        String last = Lexicon.word(200 + random.nextInt(20_000));
        return FIRST[random.nextInt(FIRST.length)] + " " + Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }

    static String phone(int contact) {
        return "54911" + (20_000_000 + contact * 7L);
    }

    static UUID id(String kind, long number) {
        byte[] name = (kind + number).getBytes(StandardCharsets.US_ASCII);
        long low = ByteBuffer.wrap(UUID.nameUUIDFromBytes(name).toString().getBytes(StandardCharsets.US_ASCII))
                .getLong();
        return new UUID(number << 16 | 0x7000L, low & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
