package io.crmkit.spring;

import io.crmkit.CrmBuilder;
import io.crmkit.audit.CheckpointSink;
import io.crmkit.contact.Matching;
import io.crmkit.outreach.Messenger;
import io.crmkit.rights.ErasureLedger;
import org.springframework.beans.factory.ListableBeanFactory;

/** Ports that a host may have beans for and does without otherwise. */
record PortBeans(ListableBeanFactory beans) {
    void addTo(CrmBuilder builder) {
        beans.getBeanProvider(Matching.class).ifUnique(builder::matching);
        beans.getBeanProvider(CheckpointSink.class).ifUnique(builder::checkpoints);
        beans.getBeanProvider(ErasureLedger.class).ifUnique(builder::erasures);
        beans.getBeanProvider(Messenger.class).orderedStream().forEach(builder::messenger);
    }
}
