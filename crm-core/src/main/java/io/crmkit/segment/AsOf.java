package io.crmkit.segment;

import io.crmkit.contact.AttributeType;
import io.crmkit.contact.ContactStatus;
import io.crmkit.search.TermQuery;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.util.Map;

/**
 * When, by whose settings and among which smart lists criteria are read.
 *
 * @param lists who is in the smart lists, by key
 * @since 0.1
 */
public record AsOf(Instant now, TenantSettings settings, Map<SegmentKey, Criterion> lists) {
    public AsOf {
        lists = Map.copyOf(lists);
    }

    /** Without smart lists. */
    public AsOf(Instant now, TenantSettings settings) {
        this(now, settings, Map.of());
    }

    /** At another time. */
    public AsOf at(Instant other) {
        return new AsOf(other, settings, lists);
    }

    /** With these smart lists. */
    public AsOf with(Map<SegmentKey, Criterion> others) {
        return new AsOf(now, settings, others);
    }

    /** With the smart lists there are, if the criterion refers to other segments. */
    public AsOf among(SmartLists lists, Criterion criterion) {
        return References.has(criterion, null) ? with(References.criteria(lists.all())) : this;
    }

    /** When a moment is. */
    public Instant at(Window.Moment moment) {
        return moment instanceof Window.Moment.At fixed
                ? fixed.instant()
                : daysAgo(-((Window.Moment.InDays) moment).days());
    }

    /**
     * Who is in a segment: an automatic one or a smart list.
     *
     * @throws IllegalArgumentException if there is none of this key
     */
    public Criterion criterion(SegmentKey segment) {
        for (AutomaticSegment automatic : AutomaticSegment.values()) {
            if (automatic.key().equals(segment)) {
                return automatic.criterion(settings);
            }
        }
        Criterion criterion = lists.get(segment);
        if (criterion == null) {
            throw new IllegalArgumentException("There is no segment of this key");
        }
        return criterion;
    }

    /** Who was in contact since then is {@link ContactStatus#ACTIVE}, unless somebody set the status. */
    public Instant activeSince() {
        return daysAgo(settings.inactiveAfter());
    }

    /**
     * Refuses criteria that are too many, or ask of attributes what they are not declared for.
     *
     * @throws IllegalArgumentException if it refuses
     */
    public void check(Criterion criterion) {
        new Soundness(this).check(criterion);
    }

    /** The same time of day so many days ago. */
    public Instant daysAgo(int days) {
        return settings.daysAgo(now, days);
    }

    /** The terms of what was typed. */
    public TermQuery terms(Criterion.Text text) {
        return TermQuery.of(text.typed(), settings.country());
    }

    /**
     * The attribute of this name.
     *
     * @throws IllegalArgumentException if the settings do not declare it
     */
    public AttributeType attribute(String name) {
        return settings.attribute(name)
                .orElseThrow(() -> new IllegalArgumentException("The tenant's settings declare no such attribute"));
    }
}
