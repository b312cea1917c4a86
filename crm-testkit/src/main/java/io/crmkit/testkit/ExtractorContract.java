package io.crmkit.testkit;

import static io.crmkit.ai.Author.AGENT;
import static io.crmkit.ai.Author.BOT;
import static io.crmkit.ai.Author.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.ai.Completeness;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.ExtractionBudget;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Subject;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FactExtractor} keeps. Extend it in a test of the adapter; one that asks a model is given a model that
 * answers these messages.
 *
 * @since 0.1
 */
@Requirement("EXT-9")
public abstract class ExtractorContract {
    private static final String EMOJI = "👩‍👩‍👧 hola 😀😀 mi mail es ana.ruiz@example.com 🎉";

    /** The extractor, ready to read. */
    protected abstract FactExtractor extractor();

    /** One of the same kind whose means are out of reach; empty if it needs none. */
    protected abstract Optional<FactExtractor> unavailable();

    @Test
    @Requirement("EXT-5")
    void everyQuoteStandsWhereItIsSaidToStand() throws Exception {
        for (ExtractionRequest request : Windows.conversations()) {
            assertGrounded(request, extractor().extract(request));
        }
    }

    @Test
    void placesAreCountedInUtf16UnitsBehindEmojiToo() throws Exception {
        ExtractionResult result = extractor().extract(Windows.of(Windows.said("m1", CUSTOMER, EMOJI)));

        Evidence evidence = only(result, FactType.EMAIL).evidence().get(0);
        assertThat(EMOJI.substring(evidence.start(), evidence.end())).isEqualTo("ana.ruiz@example.com");
    }

    @Test
    @Requirement("EXT-8")
    void whatTheBusinessSaysIsNeverTheCustomers() throws Exception {
        ExtractionRequest request = Windows.of(
                Windows.said(
                        "m1", AGENT, "Hola, soy Clara Funes. Mi celular es 11 6123-4499 y mi mail clara@example.com"),
                Windows.said("m2", CUSTOMER, "gracias"),
                Windows.said("m3", BOT, "Me llamo Turnero y vivo en Rosario"));

        assertThat(extractor().extract(request).facts()).isEmpty();
    }

    @Test
    void contextIsReadAndNotCited() throws Exception {
        ExtractionRequest request = Windows.of(
                Windows.context("m1", CUSTOMER, "mi mail es ana.ruiz@example.com"),
                Windows.said("m2", CUSTOMER, "ese es mi correo"));

        assertThat(extractor().extract(request).facts())
                .flatExtracting(FactCandidate::evidence)
                .extracting(Evidence::messageId)
                .doesNotContain("m1");
    }

    @Test
    @Requirement("EXT-8")
    void aThirdPersonsNumberIsNotTheCustomers() throws Exception {
        for (String text : List.of(
                "el celular de mi hija es 11 6123-4499",
                "meu marido usa o email ze@example.com, o email dele",
                "my daughter's email is lily@example.com")) {
            assertThat(extractor()
                            .extract(Windows.of(Windows.said("m1", CUSTOMER, text)))
                            .facts())
                    .filteredOn(fact -> fact.type() == FactType.PHONE || fact.type() == FactType.EMAIL)
                    .as(text)
                    .noneMatch(fact -> fact.subject() == Subject.CUSTOMER);
        }
    }

    @Test
    @Requirement("EXT-7")
    void aDeterministicExtractorSaysTheSameTwice() throws Exception {
        assumeTrue(extractor().descriptor().deterministic(), "it is not deterministic, and says so");
        for (ExtractionRequest request : Windows.conversations()) {
            assertThat(extractor().extract(request)).isEqualTo(extractor().extract(request));
        }
    }

    @Test
    void onlyTypesThatAreWantedAndAnnouncedCome() throws Exception {
        Set<FactType> announced = extractor().descriptor().produces();
        for (ExtractionRequest request : Windows.conversations()) {
            assertThat(extractor().extract(request).facts())
                    .extracting(FactCandidate::type)
                    .isSubsetOf(announced);
            ExtractionRequest narrow = Windows.limited(request, EnumSet.of(FactType.EMAIL), request.limits());
            assertThat(extractor().extract(narrow).facts())
                    .extracting(FactCandidate::type)
                    .isSubsetOf(FactType.EMAIL);
        }
    }

    @Test
    void limitsAreKeptAndWhatWasLeftOutIsSaid() throws Exception {
        ExtractionRequest many = Windows.of(Windows.said(
                "m1", CUSTOMER, "mis correos: a1@example.com b2@example.com c3@example.com d4@example.com"));
        ExtractionBudget two = new ExtractionBudget(2, 200, 20_000, ExtractionBudget.DEFAULT.time());

        ExtractionResult result = extractor().extract(Windows.limited(many, many.wanted(), two));
        assertThat(result.facts()).hasSizeLessThanOrEqualTo(2);
        assertThat(result.completeness()).isNotEqualTo(Completeness.COMPLETE);

        ExtractionBudget brief = new ExtractionBudget(8, 5, 20_000, ExtractionBudget.DEFAULT.time());
        assertThat(extractor()
                        .extract(Windows.limited(many, many.wanted(), brief))
                        .facts())
                .allMatch(fact -> fact.value().text().length() <= 5);
    }

    @Test
    @Requirement("EXT-8")
    void whatIsDictatedToTheMachineIsNoFact() throws Exception {
        for (String text : Windows.INJECTIONS) {
            ExtractionResult result = extractor().extract(Windows.of(Windows.said("m1", CUSTOMER, text)));

            assertThat(result.facts()).as(text).isEmpty();
            assertThat(result.insights()).as(text).anyMatch(MessageInsight::injectionSuspected);
        }
    }

    @Test
    void oneInsightAtMostForEachNewMessageOfTheCustomer() throws Exception {
        for (ExtractionRequest request : Windows.conversations()) {
            List<String> read = request.window().stream()
                    .filter(message -> message.role() == WindowRole.NEW && message.author() == CUSTOMER)
                    .map(WindowMessage::id)
                    .toList();
            assertThat(extractor().extract(request).insights())
                    .extracting(MessageInsight::messageId)
                    .isSubsetOf(read)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void outOfReachIsAnExceptionAndNeverAnEmptyResult() {
        assumeTrue(unavailable().isPresent(), "it needs nothing that could be out of reach, and says so");
        assertThatExceptionOfType(ExtractionUnavailableException.class)
                .isThrownBy(() -> unavailable().orElseThrow().extract(Windows.of(Windows.said("m1", CUSTOMER, EMOJI))))
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("ana.ruiz"));
    }

    @Test
    void manyMayUseItAtOnce() throws Exception {
        assumeTrue(extractor().descriptor().deterministic(), "it is not deterministic, and says so");
        FactExtractor extractor = extractor();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<ExtractionResult>> uses = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                uses.add(() -> extractor.extract(Windows.conversations().get(0)));
            }
            ExtractionResult alone = extractor.extract(Windows.conversations().get(0));
            for (Future<ExtractionResult> result : threads.invokeAll(uses)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static FactCandidate only(ExtractionResult result, FactType type) {
        List<FactCandidate> facts =
                result.facts().stream().filter(fact -> fact.type() == type).toList();
        assertThat(facts).hasSize(1);
        return facts.get(0);
    }

    private static void assertGrounded(ExtractionRequest request, ExtractionResult result) {
        for (FactCandidate fact : result.facts()) {
            for (Evidence evidence : fact.evidence()) {
                WindowMessage message = request.window().stream()
                        .filter(candidate -> candidate.id().equals(evidence.messageId()))
                        .findFirst()
                        .orElseThrow();
                assertThat(message.author()).isEqualTo(CUSTOMER);
                assertThat(message.role()).isEqualTo(WindowRole.NEW);
                assertThat(message.text().substring(evidence.start(), evidence.end()))
                        .isEqualTo(evidence.quote());
            }
        }
    }
}
