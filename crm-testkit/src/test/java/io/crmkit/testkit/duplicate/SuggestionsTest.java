package io.crmkit.testkit.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How good suggestions are, on populations that no weight was chosen by. */
@Requirement("MRG-1")
class SuggestionsTest {
    private static final long FIRST_SEED = 1_001;
    private static final int POPULATIONS = 5;
    private static final int PEOPLE = 400;

    @Test
    void nineOfTenDuplicatesAreSuggestedAndFourOfFiveSuggestionsAreRight() {
        int suggested = 0;
        int right = 0;
        int all = 0;
        StringBuilder told = new StringBuilder();
        for (long seed : LongStream.range(FIRST_SEED, FIRST_SEED + POPULATIONS).toArray()) {
            Judgement judgement = Judgement.of(
                    Crm.create(new InMemoryStorage()).build().as(Actor.system(TenantId.of("clinica-norte"))),
                    Population.of(seed, PEOPLE));
            told.append("seed ").append(seed).append(": ").append(judgement).append('\n');
            suggested += judgement.suggested().size();
            right += judgement.right();
            all += judgement.truth().size();
        }
        double recall = (double) right / all;
        double precision = (double) right / suggested;
        told.append("recall %.3f, precision %.3f".formatted(recall, precision));
        System.out.println(told);
        assertThat(all).isGreaterThan(200);
        assertThat(recall).as(told::toString).isGreaterThanOrEqualTo(0.9);
        assertThat(precision).as(told::toString).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void aPopulationIsTheSameForTheSameSeed() {
        assertThat(Population.of(7, 200)).isEqualTo(Population.of(7, 200)).isNotEqualTo(Population.of(8, 200));
    }
}
