package io.crmkit.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThreadingTest {
    private static final Duration SILENCE = Duration.ofHours(24);
    private static final ContactId ANA = new ContactId(new UUID(1, 1));
    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", "1");
    private static final Instant START = Instant.parse("2026-03-02T13:00:00Z");

    private final AtomicLong ids = new AtomicLong(100);

    private static ConversationId conversation(long number) {
        return new ConversationId(new UUID(7, number));
    }

    private static Knot knot(int hour, Knot.Boundary boundary, ConversationId conversation) {
        return new Knot(
                new InteractionId(new UUID(hour, boundary.ordinal())),
                START.plus(Duration.ofHours(hour)),
                boundary,
                Attention.NONE,
                conversation);
    }

    private static Knot message(int hour, long conversation) {
        return knot(hour, Knot.Boundary.NONE, conversation(conversation));
    }

    private List<Conversation> thread(List<Knot> knots) {
        return new Threading(SILENCE, () -> conversation(ids.incrementAndGet()))
                .thread(ANA, ACCOUNT, knots).stream()
                        .map(Threading.Thread::conversation)
                        .toList();
    }

    @Test
    void aBridgedConversationKeepsTheIdOfTheEarlier() {
        assertThat(thread(List.of(message(40, 2), message(0, 1), knot(20, Knot.Boundary.NONE, ConversationId.NONE))))
                .extracting(Conversation::id)
                .containsExactly(conversation(1));
    }

    @Test
    void ofASplitConversationTheEarlierPartKeepsTheId() {
        assertThat(thread(List.of(message(0, 1), message(1, 1), knot(0, Knot.Boundary.ENDS, ConversationId.NONE))))
                .extracting(Conversation::id)
                .containsExactly(conversation(1), conversation(101));
    }

    @Test
    void anEarlierConversationDoesNotTakeTheIdOfALaterOne() {
        assertThat(thread(List.of(message(100, 1), knot(0, Knot.Boundary.NONE, ConversationId.NONE))))
                .extracting(Conversation::id)
                .containsExactly(conversation(101), conversation(1));
    }

    @Test
    void oneAfterTheOtherEndsWhereAllAtOnceEnds() {
        Random random = new Random(2);
        List<Knot.Boundary> boundaries = List.of(
                Knot.Boundary.NONE, Knot.Boundary.NONE, Knot.Boundary.NONE, Knot.Boundary.ENDS, Knot.Boundary.REOPENS);
        for (int run = 0; run < 2_000; run++) {
            List<Knot> knots = new ArrayList<>();
            Conversation latest = null;
            for (int i = 0, hour = 0; i < 12; i++, hour += random.nextInt(30)) {
                Knot knot = knot(hour, boundaries.get(random.nextInt(boundaries.size())), ConversationId.NONE);
                knots.add(knot);
                latest = step(latest, knot);
                if (latest == null) {
                    break;
                }
                List<Conversation> whole = thread(knots);
                Conversation expected = whole.get(whole.size() - 1);
                assertThat(List.of(latest.openedAt(), latest.lastAt(), latest.state(), latest.seamed()))
                        .isEqualTo(
                                List.of(expected.openedAt(), expected.lastAt(), expected.state(), expected.seamed()));
            }
        }
    }

    /** The latest conversation after one more; null where that is late, so that all is threaded anew. */
    private Conversation step(Conversation latest, Knot knot) {
        if (latest == null) {
            return thread(List.of(knot)).get(0);
        }
        return switch (latest.place(knot.at(), knot.boundary(), SILENCE)) {
            case HERE -> latest.with(knot.at(), knot.boundary(), knot.attention());
            case AFTER -> thread(List.of(knot)).get(0);
            case LATE -> null;
        };
    }
}
