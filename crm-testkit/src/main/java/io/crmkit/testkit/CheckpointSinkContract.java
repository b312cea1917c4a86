package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.audit.Checkpoint;
import io.crmkit.audit.CheckpointSink;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rules every {@link CheckpointSink} keeps. A sink's test extends it and says how it is opened and what it kept.
 *
 * @since 0.1
 */
public abstract class CheckpointSinkContract {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private @Nullable CheckpointSink opened;

    /** A sink that kept nothing yet. */
    protected abstract CheckpointSink open();

    /** What the sink opened last kept of a tenant, in any order. */
    protected abstract List<Checkpoint> kept(TenantId tenant);

    @BeforeEach
    final void begin() {
        opened = open();
    }

    private CheckpointSink sink() {
        return Objects.requireNonNull(opened);
    }

    private static Checkpoint checkpoint(long place, String digit) {
        return new Checkpoint(CLINIC, place, digit.repeat(64), NOON);
    }

    @Test
    public void whatIsKeptIsKeptAsItCame() {
        sink().keep(checkpoint(7, "a"));
        assertThat(kept(CLINIC)).containsExactly(checkpoint(7, "a"));
        assertThat(kept(TenantId.of("taller-sur"))).isEmpty();
    }

    @Test
    public void theSameAgainChangesNothing() {
        sink().keep(checkpoint(7, "a"));
        sink().keep(checkpoint(7, "a"));
        assertThat(kept(CLINIC)).contains(checkpoint(7, "a")).allMatch(checkpoint(7, "a")::equals);
    }

    @Test
    public void nothingThatComesDisplacesWhatIsKept() {
        sink().keep(checkpoint(7, "a"));
        sink().keep(checkpoint(9, "b"));
        sink().keep(checkpoint(3, "c"));
        sink().keep(checkpoint(7, "d"));
        assertThat(kept(CLINIC)).contains(checkpoint(7, "a"), checkpoint(9, "b"));
    }

    @Test
    public void manyAtTheSameTimeAreAllKept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                long place = i;
                all.add(threads.submit(() -> sink().keep(checkpoint(place, "a"))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(kept(CLINIC)).extracting(Checkpoint::place).hasSize(40).doesNotHaveDuplicates();
    }
}
