package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.desk.Waiting;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Interaction;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SegmentSize;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A screen for staff shows who has waited longest, what was said around a message, and the segments of a page. */
@Requirement({"HST-3", "CTX-1"})
abstract class DeskRules extends StorageRules {
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");

    DeskRules(StorageUnderTest under) {
        super(under);
    }

    private static Identifier phone(int number) {
        return Identifier.phone("5491150000" + (100 + number));
    }

    private static Instant before(Duration ago) {
        return NOW.minus(ago);
    }

    @Test
    void whoHasWaitedLongestComesFirstAndWhoWasAnsweredNotAtAll() {
        CrmSession clinic = clinic();
        List<Duration> waits = List.of(
                Duration.ofHours(1),
                Duration.ofDays(200),
                Duration.ofDays(3),
                Duration.ofDays(40),
                Duration.ofHours(20));
        for (int i = 0; i < waits.size(); i++) {
            clinic.capture(said("m" + i, phone(i), before(waits.get(i))));
        }
        clinic.capture(said("m8", phone(8), before(Duration.ofDays(9))));
        clinic.capture(MessageEvent.sent(
                ref("m9"), Party.of(phone(8)), Author.BOT, before(Duration.ofDays(8)), Content.text("answer")));
        List<Waiting> waiting = clinic.desk().waiting(50);
        assertThat(waiting)
                .extracting(each -> Duration.between(each.since(), NOW))
                .containsExactly(waits.get(1), waits.get(3), waits.get(2), waits.get(4), waits.get(0));
        assertThat(waiting.get(0).last().orElseThrow().occurredAt())
                .isEqualTo(waiting.get(0).since());
        assertThat(clinic.desk().waiting(2)).isEqualTo(waiting.subList(0, 2));
    }

    @Test
    void whoAskedForAPersonWaitsUntilItIsResolved() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", ANA, MONDAY),
                happened("e1", ANA, EventKind.ESCALATED, minute(5)),
                said("m2", BRUNO, MONDAY),
                happened("e2", BRUNO, EventKind.HANDED_TO_AGENT, minute(2)),
                said("m3", phone(1), MONDAY));
        assertThat(clinic.desk().called(50)).extracting(Waiting::since).containsExactly(minute(2), minute(5));
        clinic.capture(happened("e3", BRUNO, EventKind.RESOLUTION_CONFIRMED, minute(9)));
        assertThat(clinic.desk().called(50)).extracting(Waiting::since).containsExactly(minute(5));
    }

    @Test
    void aroundAnEntryIsWhatCameJustAfterAndWhatCameBefore() {
        CrmSession clinic = clinic();
        List<InboundEvent> said = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            said.add(said("m" + (100 + i), ANA, minute(i)));
        }
        clinic.capture(said);
        ContactId ana = onlyContact(clinic).id();
        List<Interaction> all = clinic.timeline(ana, null, 100).items();
        Interaction middle = all.get(20);
        Page<Interaction> around = clinic.desk().around(ana, middle.id(), 15);
        assertThat(around.items()).isEqualTo(all.subList(12, 27));
        assertThat(clinic.timeline(ana, around.next().orElseThrow(), 100).items())
                .isEqualTo(all.subList(27, 40));
        assertThat(clinic.desk().around(ana, all.get(39).id(), 15).next()).isEmpty();
        clinic.capture(said("m9", BRUNO, MONDAY));
        ContactId bruno = contacts(clinic).stream()
                .map(each -> each.id())
                .filter(id -> !id.equals(ana))
                .findFirst()
                .orElseThrow();
        assertThat(clinic.desk().around(bruno, middle.id(), 15).items())
                .as("another's")
                .isEmpty();
    }

    @Test
    @Requirement("SEG-1")
    void theSegmentsOfAPageAreThoseOfEachOfItsContacts() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, before(Duration.ofDays(100))), said("m2", BRUNO, before(Duration.ofDays(2))));
        Map<ContactId, List<SegmentKey>> segments = clinic.desk()
                .segments(contacts(clinic).stream().map(each -> each.id()).toList());
        assertThat(segments).hasSize(2);
        segments.forEach((contact, keys) -> assertThat(keys)
                .isEqualTo(clinic.segments().of(contact).stream()
                        .map(each -> each.segment().key())
                        .toList()));
        List<SegmentKey> asked = List.of(SegmentKey.of("at_risk"), SegmentKey.of("active"));
        assertThat(clinic.desk().sizes(asked))
                .isEqualTo(Map.of(asked.get(0), new SegmentSize(1, false), asked.get(1), new SegmentSize(1, false)));
        assertThat(clinic.desk().size(Criterion.silentFor(50))).isEqualTo(new SegmentSize(1, false));
        assertThat(clinic.desk().summaries(segments.keySet())).containsOnlyKeys(segments.keySet());
    }
}
