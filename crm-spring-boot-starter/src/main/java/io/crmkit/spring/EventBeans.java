package io.crmkit.spring;

import io.crmkit.CrmBuilder;
import io.crmkit.event.CrmListener;
import io.crmkit.event.Subscriber;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans that want to know what happens. Each is looked up when it is told first, so that it may need the CRM itself. */
record EventBeans(ListableBeanFactory beans) {
    /** A subscriber goes by the name of its bean. */
    void addTo(CrmBuilder builder) {
        for (String name : beans.getBeanNamesForType(CrmListener.class, false, false)) {
            builder.listener(event -> beans.getBean(name, CrmListener.class).on(event));
        }
        for (String name : beans.getBeanNamesForType(Subscriber.class, false, false)) {
            builder.subscriber(
                    name, event -> beans.getBean(name, Subscriber.class).on(event));
        }
    }

    boolean listen() {
        return beans.getBeanNamesForType(CrmListener.class, false, false).length > 0;
    }
}
