package io.crmkit.insight;

import io.crmkit.Ids;
import io.crmkit.Storage;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.ExtractionBudget;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.RetriableExtractionException;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Claim;
import io.crmkit.due.DueTask;
import io.crmkit.interaction.InteractionId;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a contact's new messages by one extractor: gathers a window, asks the extractor outside any transaction, and
 * takes in what stands in the messages. Done twice it comes out as if done once. Thread-safe.
 */
public final class Extraction implements DueTask {
    /** A worker has its lease for no more than so many calls of a model. */
    private static final int WINDOWS_OF_MODEL = 3;

    private static final int WINDOWS = 500;

    private final Storage storage;
    private final FactExtractor extractor;
    private final ExtractorDescriptor descriptor;
    private final Rules rules;
    private final Breaker breaker = new Breaker();

    /** What every extraction goes by. */
    public record Rules(
            ExtractionPolicy policy,
            Tenants tenants,
            InstantSource clock,
            Ids ids,
            Rejections rejections,
            Outcomes outcomes) {
        /** The same, with counts of its own. */
        Rules uncounted() {
            return new Rules(policy, tenants, clock, ids, new Rejections(), new Outcomes());
        }
    }

    public Extraction(Storage storage, FactExtractor extractor, Rules rules) {
        this.storage = storage;
        this.extractor = extractor;
        this.descriptor = extractor.descriptor();
        this.rules = rules;
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        ExtractionSettings settings = rules.policy().settings(tenant);
        if (descriptor.leavesHost() && !settings.mayLeaveHost()) {
            rules.outcomes().add(Outcome.NOT_ALLOWED);
            storage.within(tenant, work -> {
                new Gathering(work, descriptor, reader(settings), now())
                        .leave(new ContactId(claim.subject()), claim.since());
                return claim;
            });
            return new Result.Done();
        }
        int most = descriptor.deterministic() ? WINDOWS : WINDOWS_OF_MODEL;
        for (int i = 0; i < most; i++) {
            Optional<Result> end = step(tenant, claim, settings);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return new Result.Later(now());
    }

    private Instant now() {
        return rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Reads one window; what is to be made of the work if there was nothing to read. */
    private Optional<Result> step(TenantId tenant, Claim claim, ExtractionSettings settings) {
        ContactId contact = new ContactId(claim.subject());
        String reader = reader(settings);
        Gathering.Found found = storage.within(
                tenant, work -> new Gathering(work, descriptor, reader, now()).of(contact, claim.since()));
        Window window = found.window();
        if (window == null) {
            return Optional.of(found.later() == null ? new Result.Done() : new Result.Later(found.later()));
        }
        if (window.hasNew() && breaker.openUntil().isAfter(now())) {
            rules.outcomes().add(Outcome.LEFT_ALONE);
            return Optional.of(new Result.Later(breaker.openUntil()));
        }
        ExtractionResult result = null;
        if (window.hasNew()) {
            Asked asked = ask(tenant, window, settings);
            while (asked.exhausted() && window.news().size() > 1) {
                window = window.half();
                asked = ask(tenant, window, settings);
            }
            if (asked.instead() != null) {
                return Optional.of(asked.instead());
            }
            result = asked.result();
        }
        rules.outcomes().add(result == null ? Outcome.NOT_WORTH_ASKING : Outcome.READ);
        takeIn(tenant, window, reader, settings, result);
        return Optional.empty();
    }

    private record Asked(
            @Nullable ExtractionResult result, @Nullable Result instead) {
        /** Whether the extractor gave up over the size of the window. */
        boolean exhausted() {
            return result != null && result.completeness() == Completeness.BUDGET_EXHAUSTED;
        }
    }

    private Asked ask(TenantId tenant, Window window, ExtractionSettings settings) {
        TenantSettings local = rules.tenants().settings(tenant);
        LocalDate day = LocalDate.ofInstant(now(), local.zone());
        if (!reserve(tenant, day, settings)) {
            rules.outcomes().add(Outcome.OVER_BUDGET);
            return new Asked(
                    null,
                    new Result.Later(day.plusDays(1).atStartOfDay(local.zone()).toInstant()));
        }
        ExtractionRequest request =
                request(tenant, descriptor.leavesHost() ? window.redacted() : window, settings, local);
        long used = 0;
        try {
            ExtractionResult result = extractor.extract(request);
            used = result.usage().inputTokens() + result.usage().outputTokens();
            breaker.succeeded();
            if (result.completeness() != Completeness.COMPLETE) {
                boolean cut = result.completeness() == Completeness.TRUNCATED;
                rules.outcomes().add(cut ? Outcome.TRUNCATED : Outcome.EXHAUSTED);
            }
            return new Asked(result, null);
        } catch (RetriableExtractionException away) {
            failed(away.retryAfter(), Outcome.AWAY);
            return new Asked(null, new Result.Away(away.retryAfter()));
        } catch (ExtractionUnavailableException unreadable) {
            failed(Duration.ZERO, Outcome.FAILED);
            throw new ExtractionFailed(descriptor.id());
        } catch (RuntimeException broken) {
            failed(Duration.ZERO, Outcome.FAILED);
            throw broken;
        } finally {
            settle(tenant, day, used);
        }
    }

    private void failed(Duration retryAfter, Outcome how) {
        rules.outcomes().add(how);
        if (!descriptor.deterministic()) {
            breaker.failed(now(), retryAfter);
        }
    }

    private boolean reserve(TenantId tenant, LocalDate day, ExtractionSettings settings) {
        return descriptor.deterministic()
                || storage.within(
                        tenant,
                        work -> work.readings()
                                .spend(
                                        day,
                                        descriptor.id(),
                                        ExtractionBudget.DEFAULT.tokens(),
                                        settings.dailyTokens()));
    }

    private void settle(TenantId tenant, LocalDate day, long used) {
        if (!descriptor.deterministic()) {
            long over = used - ExtractionBudget.DEFAULT.tokens();
            storage.within(tenant, work -> work.readings().spend(day, descriptor.id(), over, Long.MAX_VALUE / 2));
        }
    }

    private ExtractionRequest request(
            TenantId tenant, Window window, ExtractionSettings settings, TenantSettings local) {
        return new ExtractionRequest(
                tenant.value(),
                window.contact().toString(),
                window.conversation().toString(),
                window.messages(),
                window.knownFacts(),
                settings.business(),
                local.locale(),
                local.zone(),
                wanted(settings),
                ExtractionBudget.DEFAULT);
    }

    private Set<FactType> wanted(ExtractionSettings settings) {
        Set<FactType> wanted = new HashSet<>(settings.wanted());
        wanted.retainAll(descriptor.produces());
        return wanted;
    }

    /**
     * What the extractor makes of a window, as far as it stands there.
     *
     * @param exhausted whether it gave up over the size of the window
     */
    record Answer(boolean exhausted, List<Proposal> proposals) {}

    /** What the extractor makes of a window; empty if it cannot be asked now. */
    Optional<Answer> answer(TenantId tenant, Window window, ExtractionSettings settings) {
        try {
            Asked asked = ask(tenant, window, settings);
            ExtractionResult result = asked.result();
            return result == null
                    ? Optional.empty()
                    : Optional.of(new Answer(
                            asked.exhausted(), sieve(window, settings).proposals(result)));
        } catch (ExtractionFailed unreadable) {
            return Optional.empty();
        }
    }

    private Sieve sieve(Window window, ExtractionSettings settings) {
        return new Sieve(window, descriptor, wanted(settings), settings.business(), rules.rejections(), now());
    }

    private void takeIn(
            TenantId tenant,
            Window window,
            String reader,
            ExtractionSettings settings,
            @Nullable ExtractionResult result) {
        Sieve sieve = sieve(window, settings);
        var proposals = result == null ? List.<Proposal>of() : sieve.proposals(result);
        var insights = result == null ? Map.<InteractionId, MessageInsight>of() : sieve.insights(result);
        Uptake.Taken taken = storage.within(
                tenant,
                work -> new Uptake(work, rules.ids(), now()).take(window, descriptor, reader, proposals, insights));
        rules.outcomes().add(taken.before(), taken.after(), taken.given());
    }

    /** Changes whenever the answers may. */
    private String reader(ExtractionSettings settings) {
        return Digest.of(
                descriptor.version(),
                String.valueOf(descriptor.schemaVersion()),
                settings.business().hash());
    }
}
