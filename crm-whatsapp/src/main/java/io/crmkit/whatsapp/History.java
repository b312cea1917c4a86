package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Origin;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A chunk of a number's past: threads, each with one customer, and in them the messages of both sides. */
record History(Scene scene) {

    List<InboundEvent> read(JsonNode chunk) {
        List<InboundEvent> events = new ArrayList<>();
        if (!Fields.absent(chunk.path("errors"))) {
            events.add(scene.aside("History came with an error; the business may have declined to share it.", chunk));
        } else if (!chunk.path("threads").isArray()) {
            events.add(scene.aside("A chunk of history has no threads.", chunk));
        }
        for (JsonNode thread : Fields.items(chunk, "threads")) {
            if (thread.path("messages").isArray()) {
                Address customer = customer(thread);
                Fields.items(thread, "messages").forEach(item -> message(item, customer, events));
            } else {
                events.add(scene.aside("A thread of history has no messages.", thread));
            }
        }
        return events;
    }

    private Address customer(JsonNode thread) {
        Address customer = Address.read(thread.path("context"), "wa_id", "user_id", "parent_user_id")
                .or(new Address(Address.phone(thread, "id"), null, null));
        scene.people().introduce(customer, null, People.username(thread.path("context")));
        return customer;
    }

    private void message(JsonNode item, Address thread, List<InboundEvent> events) {
        Address sender = Address.sender(item);
        Address recipient = Address.read(item, "to", "to_user_id", "to_parent_user_id");
        boolean business = scene.line().is(sender.phone())
                || !sender.names(thread) && (recipient.names(thread) || sender.contradicts(thread));
        Author author = business ? Author.AGENT : Author.CUSTOMER;
        Address customer = thread.isNobody() ? business ? recipient : sender : thread;
        if (sender.isNobody() && !business) {
            events.add(scene.aside("A message of history names no sender.", item));
            return;
        }
        InboundEvent event = scene.alone(
                item,
                () -> new Messages(scene, author, Origin.HISTORY, MissingNode.getInstance())
                        .read(item, item, customer));
        events.add(event);
        if (business && event instanceof MessageEvent said) {
            Statuses.state(item.path("history_context"), "status")
                    .ifPresent(state -> events.add(new UpdateEvent(
                            said.ref(), said.party(), Statuses.reached(state, said.occurredAt(), item))));
        }
    }
}
