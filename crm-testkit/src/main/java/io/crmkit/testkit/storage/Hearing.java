package io.crmkit.testkit.storage;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.event.CrmListener;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.AppointmentChanged;
import io.crmkit.event.DomainEvent.ContactEdited;
import io.crmkit.event.DomainEvent.ConversationEnded;
import io.crmkit.event.DomainEvent.MessageCaptured;
import io.crmkit.event.DomainEvent.PaymentCaptured;
import io.crmkit.event.DomainEvent.SystemEventCaptured;
import io.crmkit.event.Subscriber;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes down what it is told. Thread-safe. */
final class Hearing implements CrmListener, Subscriber {
    private final List<DomainEvent> heard = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void on(DomainEvent event) {
        heard.add(event);
    }

    List<DomainEvent> all() {
        return List.copyOf(heard);
    }

    /** What was heard since this was asked last. */
    List<DomainEvent> news() {
        List<DomainEvent> news = all();
        heard.clear();
        return news;
    }

    /** In words, with the ids messages were told by. */
    List<String> news(CrmSession session) {
        return news().stream().map(event -> words(session, event)).toList();
    }

    /** Each once, as it came first. */
    static List<DomainEvent> firsts(List<DomainEvent> events) {
        Set<Object> seen = new HashSet<>();
        return events.stream().filter(e -> seen.add(e.heading().id())).toList();
    }

    static String words(CrmSession session, DomainEvent event) {
        String kind = event.getClass().getSimpleName();
        if (event instanceof MessageCaptured message) {
            return kind + " " + ref(session, message.interaction());
        } else if (event instanceof SystemEventCaptured system) {
            return kind + " " + ref(session, system.interaction());
        } else if (event instanceof AppointmentChanged appointment) {
            return kind + " " + appointment.status();
        } else if (event instanceof PaymentCaptured) {
            return kind;
        } else if (event instanceof ConversationEnded) {
            return kind;
        } else if (event instanceof ContactEdited edited) {
            return kind + " " + edited.what();
        }
        return kind;
    }

    private static String ref(CrmSession session, InteractionId id) {
        for (ContactSummary contact : StorageRules.contacts(session)) {
            for (Interaction each : StorageRules.timeline(session, contact.id())) {
                if (each.id().equals(id)) {
                    return each.occurrence().ref().id();
                }
            }
        }
        return "?";
    }

    /** Whom the events are about, each once, in order. */
    static List<ContactId> whom(List<DomainEvent> events) {
        return events.stream().map(DomainEvent::contact).distinct().toList();
    }
}
