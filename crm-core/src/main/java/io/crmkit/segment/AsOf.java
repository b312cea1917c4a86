package io.crmkit.segment;

import io.crmkit.contact.AttributeType;
import io.crmkit.contact.ContactStatus;
import io.crmkit.search.TermQuery;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;

/**
 * When and by whose settings criteria are read.
 *
 * @since 0.1
 */
public record AsOf(Instant now, TenantSettings settings) {
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
