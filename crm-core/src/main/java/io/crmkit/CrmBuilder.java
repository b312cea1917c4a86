package io.crmkit;

import io.crmkit.ai.FactExtractor;
import io.crmkit.audit.CheckpointSink;
import io.crmkit.audit.SealAudit;
import io.crmkit.bulk.BulkWork;
import io.crmkit.capture.CaptureRules;
import io.crmkit.contact.Matching;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.due.DueWork;
import io.crmkit.due.Trigger;
import io.crmkit.event.CrmListener;
import io.crmkit.event.Delivery;
import io.crmkit.event.Subscriber;
import io.crmkit.insight.Extraction;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.insight.Outcomes;
import io.crmkit.insight.Rejections;
import io.crmkit.membership.AllSegments;
import io.crmkit.membership.ContactSegments;
import io.crmkit.membership.Definitions;
import io.crmkit.merge.Merging;
import io.crmkit.outreach.Courier;
import io.crmkit.outreach.Messenger;
import io.crmkit.outreach.TryAgain;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.report.Carrier;
import io.crmkit.report.MakeReports;
import io.crmkit.report.ReportWriter;
import io.crmkit.report.Reporting;
import io.crmkit.rights.Erasing;
import io.crmkit.rights.ErasureLedger;
import io.crmkit.rights.RetainDaily;
import io.crmkit.rights.Retaining;
import io.crmkit.rights.RetentionPolicy;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.watch.WatchedStorage;
import io.crmkit.watch.Watchers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private CheckpointSink checkpoints = CheckpointSink.NONE;
    private final List<CrmListener> listeners = new ArrayList<>();
    private final Map<String, Subscriber> subscribers = new LinkedHashMap<>();
    private final Map<String, Messenger> messengers = new LinkedHashMap<>();
    private boolean segmentEvents = true;
    private Duration eventsKept = Duration.ZERO;
    private ErasureLedger erasures = ErasureLedger.none();
    private @Nullable RetentionPolicy retention;
    private final Map<String, Carrier> carriers = new LinkedHashMap<>();
    private @Nullable ReportWriter reports;
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

    /** Where checkpoints of the audit are kept; by default nowhere. */
    public CrmBuilder checkpoints(CheckpointSink port) {
        checkpoints = port;
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

    /** Tells somebody what happens, in the transaction in which it happens. There can be several. */
    public CrmBuilder listener(CrmListener port) {
        listeners.add(port);
        return this;
    }

    /**
     * Tells somebody what happened, reliably after it was committed, once {@link Crm#dueWork()} is started: what happens
     * from now on, wherever it is captured by an application that has this subscriber.
     *
     * @param name what it is known by in storage from now on: 1 to 100 characters
     */
    public CrmBuilder subscriber(String name, Subscriber port) {
        if (name.isBlank() || name.length() > 100 || subscribers.putIfAbsent(name, port) != null) {
            throw new IllegalArgumentException("A subscriber has a name of its own of 1 to 100 characters");
        }
        return this;
    }

    /** By what messages are sent; one for each channel, by default none. */
    public CrmBuilder messenger(Messenger port) {
        if (messengers.putIfAbsent(port.channel(), port) != null) {
            throw new IllegalStateException("There is a messenger of this channel already");
        }
        return this;
    }

    /** For how long delivered events can be delivered again; by default they are forgotten once they are delivered. */
    public CrmBuilder keepingEvents(Duration afterDelivery) {
        eventsKept = afterDelivery;
        return this;
    }

    /** Tells nobody who enters and leaves segments, and does not look; who is in them can be asked all the same. */
    public CrmBuilder withoutSegmentEvents() {
        segmentEvents = false;
        return this;
    }

    /** Where erasures are noted outside the database; by default {@link ErasureLedger#none()}. */
    public CrmBuilder erasures(ErasureLedger port) {
        erasures = port;
        return this;
    }

    /**
     * How long tenants keep what. What is older is removed once a day while {@link Crm#dueWork()} works, of every tenant
     * somebody works with; by default only by {@link io.crmkit.rights.Rights#retain}.
     */
    public CrmBuilder retention(RetentionPolicy port) {
        retention = port;
        return this;
    }

    /** What writes reports that come by themselves, once {@link Crm#dueWork()} is started; by default nothing. */
    public CrmBuilder reports(ReportWriter port) {
        reports = port;
        return this;
    }

    /**
     * Brings reports somewhere. There can be several.
     *
     * @param name what destinations call it by from now on: 1 to 100 characters
     */
    public CrmBuilder carrier(String name, Carrier port) {
        if (name.isBlank() || name.length() > 100 || carriers.putIfAbsent(name, port) != null) {
            throw new IllegalArgumentException("A carrier has a name of its own of 1 to 100 characters");
        }
        return this;
    }

    public Crm build() {
        Ids source = ids != null ? ids : Ids.timeOrdered(clock, new SecureRandom());
        Watchers watchers = new Watchers(listeners, subscribers.keySet(), segmentEvents, clock, source);
        Storage watched = watchers.any() ? new WatchedStorage(storage, watchers) : storage;
        List<Trigger> triggers = extractors.keySet().stream()
                .map(kind -> new Trigger(kind, kind == DueKind.EXTRACT_BY_MODEL ? QUIET : Duration.ZERO))
                .toList();
        Extraction.Rules rules =
                new Extraction.Rules(extraction, tenants, clock, source, new Rejections(), new Outcomes());
        Map<DueKind, DueTask> tasks = new EnumMap<>(DueKind.class);
        extractors.forEach((kind, extractor) -> tasks.put(kind, new Extraction(watched, extractor, rules)));
        Access access = new Access(policy, watched, clock, source);
        CaptureRules capture = new CaptureRules(matching, tenants, clock, source, triggers);
        SealAudit sealing = new SealAudit(storage, checkpoints, clock);
        tasks.put(DueKind.SEAL_AUDIT, sealing);
        if (!subscribers.isEmpty()) {
            tasks.put(DueKind.DELIVER_EVENTS, new Delivery(storage, subscribers, eventsKept, clock));
        }
        if (watchers.any() && segmentEvents) {
            Definitions definitions = new Definitions(tenants, clock);
            tasks.put(DueKind.SEGMENTS, new ContactSegments(watched, definitions));
            tasks.put(DueKind.SURVEY_SEGMENTS, new AllSegments(watched, definitions));
        }
        Courier courier = new Courier(watched, capture, messengers);
        tasks.put(DueKind.SEND, new TryAgain(courier, access));
        tasks.put(DueKind.BULK, new BulkWork(watched, access, capture, new Merging(access, capture), courier));
        Erasing erasing = new Erasing(watched, capture, erasures);
        tasks.put(DueKind.ERASE, erasing);
        if (retention != null) {
            Retaining retaining = new Retaining(watched, access, capture, erasing);
            RetainDaily daily = new RetainDaily(watched, access, clock, retaining, retention);
            tasks.put(DueKind.RETAIN, daily);
            tasks.put(DueKind.SEAL_AUDIT, daily.beginningAfter(sealing));
        }
        Reporting reporting = new Reporting(Optional.ofNullable(reports), carriers);
        UseCases uses =
                UseCases.on(watched, access, capture, sealing, erasing, courier, reporting, listeners.isEmpty());
        if (reports != null) {
            tasks.put(
                    DueKind.REPORT,
                    new MakeReports(storage, reporting, tenants, clock, actor -> new CrmSession(actor, uses)));
        }
        return new Crm(uses, new DueWork(storage, tasks, clock), rules);
    }
}
