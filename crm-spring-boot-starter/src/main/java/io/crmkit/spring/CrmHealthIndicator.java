package io.crmkit.spring;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while the storage answers. Tells how far due work is behind, and nothing about anybody. */
final class CrmHealthIndicator extends AbstractHealthIndicator {
    private final Overdue overdue;

    CrmHealthIndicator(Overdue overdue) {
        super("CRM Kit's storage does not answer");
        this.overdue = overdue;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("dueWorkBehind", overdue.now().toString());
    }
}
