package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.contact.Party;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An extractor that does not come back holds up nobody: no transaction, no lock and no capture waits for it. */
@Requirement("EXT-9")
abstract class StuckRules extends StorageRules {
    private static final int MESSAGES = 25;

    StuckRules(StorageUnderTest under) {
        super(under);
    }

    /** Comes to a halt over the first window until it is let go. */
    private static final class Stuck implements FactExtractor {
        private final ScriptedExtractor script = ScriptedExtractor.rules();
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);

        @Override
        public ExtractorDescriptor descriptor() {
            return script.descriptor();
        }

        @Override
        public ExtractionResult extract(ExtractionRequest request) throws ExtractionUnavailableException {
            inside.countDown();
            try {
                free.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return script.extract(request);
        }
    }

    @Test
    void whileTheExtractorIsStuckOverAContactTheyAndEverybodyElseAreCaptured() throws Exception {
        Stuck stuck = new Stuck();
        Crm crm = Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(3_000))
                .extractor(stuck)
                .build();
        CrmSession session = crm.as(Actor.system(CLINIC));
        session.capture(said("m0", Party.of(ANA), minute(0), "name:Ana"));
        crm.dueWork().start();
        try {
            assertThat(stuck.inside.await(1, TimeUnit.MINUTES)).isTrue();
            for (int i = 1; i < MESSAGES; i++) {
                CaptureReceipt receipt = session.capture(
                        said("m" + i, Party.of(ANA), minute(i), "pain:slow" + i),
                        said("b" + i, Party.of(BRUNO), minute(i), "pain:slow" + i));
                assertThat(receipt.captured()).isEqualTo(2);
            }
            assertThat(session.facts(contacts(session).get(0).id())).isEmpty();
        } finally {
            stuck.free.countDown();
            crm.dueWork().stop();
        }
        clock.advance(Duration.ofMinutes(6));
        crm.dueWork().runDue();
        assertThat(contacts(session))
                .extracting(contact -> session.facts(contact.id()).size())
                .containsExactlyInAnyOrder(MESSAGES, MESSAGES - 1);
    }
}
