package io.crmkit.testkit.storage;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.due.DueKind;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.Subscriber;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A clinic, and somebody who is told what happens in it. */
abstract class SubscriberRules extends StorageRules {
    static final Set<DueKind> DELIVERY = Set.of(DueKind.DELIVER_EVENTS);

    final Hearing hearing = new Hearing();
    private int nodes;

    SubscriberRules(StorageUnderTest under) {
        super(under);
    }

    final Crm built(Storage storage, UnaryOperator<CrmBuilder> more) {
        return more.apply(Crm.create(storage)
                        .clock(clock)
                        .ids(new CountedIds(700 + ++nodes))
                        .tenants(Tenants.all(settings()))
                        .withoutSegmentEvents())
                .build();
    }

    final Crm node(Storage storage, Subscriber subscriber) {
        return built(storage, builder -> builder.subscriber("orders", subscriber));
    }

    static CrmSession clinic(Crm crm) {
        return crm.as(Actor.system(CLINIC));
    }

    final List<String> delivered(Crm crm) {
        crm.dueWork().runDue();
        return hearing.news(clinic(crm));
    }

    /** Throws at what it does not like, hears the rest. */
    final class Picky implements Subscriber {
        private final Predicate<DomainEvent> dislikes;
        boolean content;

        Picky(Predicate<DomainEvent> dislikes) {
            this.dislikes = dislikes;
        }

        @Override
        public void on(DomainEvent event) {
            if (!content && dislikes.test(event)) {
                throw new IllegalStateException("Ana lives at 5 Elm Street");
            }
            hearing.on(event);
        }
    }

    final Instant next() {
        return storage().upcoming(DELIVERY, 1).get(0).at();
    }
}
