package io.crmkit.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkResult;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Outgoing;
import io.crmkit.privacy.Actor;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An hour in which the platform throttles one number and fails, on a clock of our own. */
@Requirement("MSG-3")
class ThrottledHourTest {
    private static final TenantId SOUTH = TenantId.of("clinica-sur");
    private static final String OTHER_LINE = "700100200999";
    private static final int PEOPLE = 60;
    private static final int PER_SECOND = 5;

    private final PlatformStub platform = new PlatformStub();
    private final FixedClock clock = FixedClock.at("2026-09-01T15:00:00Z");
    private final Instant over = clock.instant().plus(Duration.ofHours(1));
    private final Map<String, List<Instant>> calls = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        platform.close();
    }

    private static WhatsAppNumber number(TenantId tenant, String id) {
        return WhatsAppNumber.of(tenant, id, () -> "token").perSecond(PER_SECOND);
    }

    private PlatformStub.Answer answer(PlatformStub.Received call) {
        String line = call.path().split("/", -1)[2];
        calls.computeIfAbsent(line, l -> new ArrayList<>()).add(clock.instant());
        boolean bad = line.equals(Bodies.LINE) && clock.instant().isBefore(over);
        int chance = bad ? random.nextInt(10) : 9;
        if (chance < 4) {
            return PlatformStub.error(429, 130429);
        } else if (chance < 6) {
            return PlatformStub.error(400, 131056);
        } else if (chance < 8) {
            return PlatformStub.error(500, 131016);
        }
        taken.merge(line + " " + call.body().path("to").stringValue(""), 1, Integer::sum);
        return PlatformStub.takes(call.body());
    }

    private BulkId broadcast(CrmSession clinic, String line) {
        for (int i = 0; i < PEOPLE; i++) {
            clinic.capture(MessageEvent.received(
                    new ProviderRef(new ChannelAccount("whatsapp", line), "in" + i),
                    Party.of(Identifier.phone("54911600000%02d".formatted(i))),
                    clock.instant(),
                    Content.text("Hola")));
        }
        Campaign campaign = Campaign.of(Purpose.REMINDER, Outgoing.Template.of("visit", "es_AR"));
        BulkStart start = clinic.bulk()
                .start(new BulkRequest(
                        "today", new BulkAction.Broadcast(campaign), new Chosen.All(Criterion.EVERYBODY)));
        return ((BulkStart.Accepted) start).job().id();
    }

    @Test
    void everybodyIsServedInTheEndThePaceIsKeptAndOtherNumbersAreNotHeldUp() {
        platform.answeringCalls(this::answer);
        CloudApi api = CloudApi.builder(
                        WhatsAppNumbers.of(number(Clinic.NORTE, Bodies.LINE), number(SOUTH, OTHER_LINE)))
                .at(platform.address())
                .clock(clock)
                .pausing(wait -> {
                    clock.advance(wait);
                    return true;
                })
                .build();
        Crm crm = Crm.create(new InMemoryStorage()).clock(clock).messenger(api).build();
        CrmSession north = crm.as(Actor.system(Clinic.NORTE));
        CrmSession south = crm.as(Actor.system(SOUTH));
        BulkId throttled = broadcast(north, Bodies.LINE);
        BulkId free = broadcast(south, OTHER_LINE);
        Instant begun = clock.instant();
        Instant southDone = null;
        for (int i = 0; i < 2_000 && open(north, throttled); i++) {
            crm.dueWork().runDue();
            if (southDone == null && !open(south, free)) {
                southDone = clock.instant();
            }
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(southDone).isNotNull().isBefore(begun.plus(Duration.ofMinutes(2)));
        for (CrmSession each : List.of(north, south)) {
            BulkId id = each == north ? throttled : free;
            assertThat(each.bulk().results(id, null, 100).items())
                    .hasSize(PEOPLE)
                    .extracting(BulkResult::outcome)
                    .containsOnly(BulkOutcome.DONE);
        }
        assertThat(taken).hasSize(2 * PEOPLE);
        assertThat(taken.values()).containsOnly(1);
        assertThat(calls.get(Bodies.LINE)).hasSizeGreaterThan(PEOPLE);
        calls.values().forEach(times -> {
            for (int i = PER_SECOND; i < times.size(); i++) {
                assertThat(times.get(i))
                        .isAfterOrEqualTo(times.get(i - PER_SECOND).plusSeconds(1));
            }
        });
    }

    private static boolean open(CrmSession session, BulkId id) {
        return session.bulk().find(id).orElseThrow().state() != BulkJob.State.FINISHED;
    }
}
