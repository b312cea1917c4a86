package io.crmkit;

import io.crmkit.ai.FactExtractor;
import io.crmkit.bulk.BulkWork;
import io.crmkit.capture.CaptureRules;
import io.crmkit.contact.Matching;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.due.DueWork;
import io.crmkit.due.Trigger;
import io.crmkit.insight.Extraction;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.insight.Outcomes;
import io.crmkit.insight.Rejections;
import io.crmkit.merge.Merging;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.rights.Erasing;
import io.crmkit.rights.ErasureLedger;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a {@link Crm} is made of. Everything but the storage has a default.
 *
 * @since 0.1
 */
public final class CrmBuilder {
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final Storage storage;
    private Tenants tenants = Tenants.all(TenantSettings.DEFAULT);
    private AccessPolicy policy = AccessPolicy.standard();
    private InstantSource clock = Clock.systemUTC();
    private Matching matching = Matching.standard();
    private final Map<DueKind, FactExtractor> extractors = new EnumMap<>(DueKind.class);
    private ExtractionPolicy extraction = ExtractionPolicy.all(ExtractionSettings.DEFAULT);
    private ErasureLedger erasures = ErasureLedger.none();
    private @Nullable Ids ids;

    CrmBuilder(Storage storage) {
        this.storage = storage;
    }

    /** Settings by tenant; by default {@link TenantSettings#DEFAULT} for all. */
    public CrmBuilder tenants(Tenants port) {
        tenants = port;
        return this;
    }

    /** Who may do what; by default {@link AccessPolicy#standard()}. */
    public CrmBuilder accessPolicy(AccessPolicy port) {
        policy = port;
        return this;
    }

    /** The time; by default the system's. */
    public CrmBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** Where ids come from; by default {@link Ids#timeOrdered}. */
    public CrmBuilder ids(Ids source) {
        ids = source;
        return this;
    }

    /** How identifiers match; by default {@link Matching#standard()}. */
    public CrmBuilder matching(Matching rules) {
        matching = rules;
        return this;
    }

    /**
     * What reads facts out of conversations, in the background once {@link Crm#dueWork()} is started; by default nothing.
     * There can be one that is deterministic and one that is not.
     */
    public CrmBuilder extractor(FactExtractor port) {
        DueKind kind = port.descriptor().deterministic() ? DueKind.EXTRACT_BY_RULES : DueKind.EXTRACT_BY_MODEL;
        if (extractors.putIfAbsent(kind, port) != null) {
            throw new IllegalStateException("There is an extractor of this kind already");
        }
        return this;
    }

    /** What may be read out of conversations; by default {@link ExtractionSettings#DEFAULT} for all. */
    public CrmBuilder extraction(ExtractionPolicy port) {
        extraction = port;
        return this;
    }

    /** Where erasures are noted outside the database; by default {@link ErasureLedger#none()}. */
    public CrmBuilder erasures(ErasureLedger port) {
        erasures = port;
        return this;
    }

    public Crm build() {
        Ids source = ids != null ? ids : Ids.timeOrdered(clock, new SecureRandom());
        List<Trigger> triggers = extractors.keySet().stream()
                .map(kind -> new Trigger(kind, kind == DueKind.EXTRACT_BY_MODEL ? QUIET : Duration.ZERO))
                .toList();
        Extraction.Rules rules =
                new Extraction.Rules(extraction, tenants, clock, source, new Rejections(), new Outcomes());
        Map<DueKind, DueTask> tasks = new EnumMap<>(DueKind.class);
        extractors.forEach((kind, extractor) -> tasks.put(kind, new Extraction(storage, extractor, rules)));
        Access access = new Access(policy);
        CaptureRules capture = new CaptureRules(matching, tenants, clock, source, triggers);
        tasks.put(DueKind.BULK, new BulkWork(storage, capture, new Merging(storage, access, capture)));
        Erasing erasing = new Erasing(storage, capture, erasures);
        tasks.put(DueKind.ERASE, erasing);
        return new Crm(UseCases.on(storage, access, capture, erasing), new DueWork(storage, tasks, clock), rules);
    }
}
