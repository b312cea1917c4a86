package io.crmkit.clinic;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the business's own systems tell in JSON, in the words of the day's files, as an event to capture. */
public final class Told {
    private static final JsonMapper JSON = new JsonMapper();

    private Told() {}

    /** What a system may tell. */
    public enum Kind {
        SENT("sent"),
        APPOINTMENT("appointment"),
        PAYMENT("payment"),
        EVENT("event");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * Reads what is told.
     *
     * @param kind what it is; the document may say it again as {@code kind}
     * @param lines the number of the business that somebody with this address has to do with
     * @throws Incomplete if something is missing or is not what it should be
     */
    public static InboundEvent of(Kind kind, String json, Function<String, Line> lines) throws Incomplete {
        ObjectNode file = object(json);
        if (!Set.of(kind.word, "").contains(file.path("kind").asString(""))) {
            throw new Incomplete("\"kind\" is \"" + kind.word + "\" here, or left out.");
        }
        file.put("kind", kind.word);
        try {
            return kind == Kind.SENT ? sent(SentMessage.of(file), lines) : new HostFile(file).event(lines);
        } catch (IllegalArgumentException refused) {
            throw new Incomplete(String.valueOf(refused.getMessage()));
        }
    }

    static InboundEvent sent(SentMessage sent, Function<String, Line> lines) {
        Line line = lines.apply(sent.to());
        ProviderRef ref = new ProviderRef(new ChannelAccount("whatsapp", line.phoneNumberId()), sent.providerId());
        return MessageEvent.sent(
                ref, sent.party(line.businessAccount()), sent.by(), sent.at(), Content.text(sent.text()));
    }

    private static ObjectNode object(String json) throws Incomplete {
        try {
            JsonNode file = JSON.readTree(json);
            if (file instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException notJson) {
            throw new Incomplete("The body is no JSON document.");
        }
        throw new Incomplete("The body is a JSON object.");
    }
}
