package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a change holds by the parts that are there rather than by the field's name. Parts nobody has heard of are
 * kept aside. Used once.
 */
final class PartReader {
    private final JsonNode value;
    private final Scene scene;
    private final Author business;
    private final boolean past;
    private final List<InboundEvent> events = new ArrayList<>();
    private final Set<String> read = new HashSet<>(Set.of("messaging_product", "metadata", "contacts"));

    /**
     * @param business who speaks for the business in it
     * @param past whether it tells of the past rather than of what happens now
     */
    PartReader(JsonNode value, Scene scene, Author business, boolean past) {
        this.value = value;
        this.scene = scene;
        this.business = business;
        this.past = past;
    }

    /** Its events; none if there is nothing in it that is known. */
    List<InboundEvent> read() {
        Messages messages = new Messages(scene, Author.CUSTOMER, past ? Origin.HISTORY : Origin.LIVE, lentErrors());
        AddressBook book = new AddressBook(scene);
        Notices notices = new Notices(scene);
        one("messages", item -> messages.read(item, item, Address.sender(item)));
        one("message_echoes", new Echoes(scene, business, past ? Origin.HISTORY : Origin.ECHO)::read);
        each("statuses", new Statuses(scene)::all);
        each("history", new History(scene)::read);
        one("state_sync", book::entry);
        one("user_id_update", book::changedUserId);
        one("user_preferences", notices::preference);
        one("automatic_events", notices::automatic);
        standby(value.path("standby"));
        if (!events.isEmpty()) {
            unclaimed();
            leftOver();
        }
        return events;
    }

    /** The errors beside messages, if a message needs them to be understood. */
    private JsonNode lentErrors() {
        boolean needed = Fields.items(value, "messages").stream().anyMatch(Contents::borrows);
        if (!needed || !value.path("errors").isArray()) {
            return MissingNode.getInstance();
        }
        read.add("errors");
        return value.path("errors");
    }

    /** While Meta's own agent answers a customer, what is said comes here, one level deeper. */
    private void standby(JsonNode standby) {
        if (!standby.isObject()) {
            return;
        }
        Scene there = Scene.of(scene.line(), standby, scene.times());
        List<InboundEvent> found = new PartReader(standby, there, Author.BOT, past).read();
        if (!found.isEmpty()) {
            read.add("standby");
            events.addAll(found);
        }
    }

    private void one(String name, Function<JsonNode, InboundEvent> reading) {
        each(name, item -> List.of(scene.alone(item, () -> reading.apply(item))));
    }

    private void each(String name, Function<JsonNode, List<InboundEvent>> reading) {
        JsonNode list = value.path(name);
        if (Fields.absent(list)) {
            return;
        }
        read.add(name);
        if (!list.isArray()) {
            events.add(scene.aside("What should be a list of " + name + " is none.", list));
        }
        for (JsonNode item : Fields.items(value, name)) {
            events.addAll(
                    item.isObject()
                            ? reading.apply(item)
                            : List.of(scene.aside("An item of " + name + " has no fields.", item)));
        }
    }

    /** People listed beside what does not speak of them: that their ids belong together is worth knowing. */
    private void unclaimed() {
        scene.times()
                .latest()
                .ifPresent(at -> scene.people()
                        .unclaimed()
                        .forEach(party ->
                                events.add(new IdentityEvent(scene.line().account(), party, at, false))));
    }

    private void leftOver() {
        ObjectNode left = Json.object();
        value.properties().stream()
                .filter(part -> !read.contains(part.getKey()) && !Fields.absent(part.getValue()))
                .forEach(part -> left.set(part.getKey(), part.getValue()));
        if (!left.isEmpty()) {
            events.add(scene.aside("Parts of it are not known.", left));
        }
    }
}
