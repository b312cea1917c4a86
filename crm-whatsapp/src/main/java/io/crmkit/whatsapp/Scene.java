package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.interaction.ProviderRef;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What everything in one change has in common: the line it came through, the people it lists, its times. */
record Scene(Line line, People people, Times times) {
    private static final Logger LOG = LoggerFactory.getLogger(Scene.class);
    private static final int LONGEST_MESSAGE_ID = 512;

    static final String UNFORESEEN = "Its shape was not foreseen.";

    static Scene of(Line line, JsonNode part, Times times) {
        return new Scene(line, new People(Fields.items(part, "contacts"), line.scope()), times);
    }

    /** The message these fields name, the first that can be one. */
    Optional<ProviderRef> ref(JsonNode item, String... names) {
        return Optional.ofNullable(Fields.id(item, LONGEST_MESSAGE_ID, names)).map(this::ref);
    }

    ProviderRef ref(String id) {
        return new ProviderRef(line.account(), id);
    }

    /** Keeps something aside; the reason is a sentence without personal data. */
    Unreadable aside(String reason, JsonNode raw) {
        return new Unreadable(Line.CHANNEL, line.account().account(), reason, Json.write(raw));
    }

    /** What is made of one item, which is kept aside should a shape nobody thought of break its reading. */
    InboundEvent alone(JsonNode item, Supplier<InboundEvent> reading) {
        try {
            return reading.get();
        } catch (RuntimeException unforeseen) {
            LOG.warn("An update for {} could not be read: {}", line.account(), unforeseen.getClass());
            return aside(UNFORESEEN, item);
        }
    }
}
