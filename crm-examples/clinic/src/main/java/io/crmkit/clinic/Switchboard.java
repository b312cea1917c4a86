package io.crmkit.clinic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Knows which number of the business a sent message left from, which a file of that kind does not say: the one whose
 * webhooks speak of the message; else of its recipient; else the one heard of last, or the first of all.
 */
final class Switchboard {
    private static final Set<String> MESSAGES = Set.of("id", "message_id", "original_message_id");
    private static final Set<String> PEOPLE =
            Set.of("from", "to", "wa_id", "recipient_id", "user_id", "from_user_id", "to_user_id", "recipient_user_id");

    private final Map<String, Line> byMessage = new HashMap<>();
    private final Map<String, Line> byPerson = new HashMap<>();
    private @Nullable Line first;
    private @Nullable Line latest;

    /** Hears of a webhook before anything is replayed. */
    void learn(JsonNode webhook) {
        for (JsonNode entry : webhook.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                JsonNode value = change.path("value");
                line(entry, value).ifPresent(line -> {
                    first = first == null ? line : first;
                    learn(line, value);
                });
            }
        }
    }

    /** Hears of a webhook as it is replayed. */
    void replayed(JsonNode webhook) {
        for (JsonNode entry : webhook.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                line(entry, change.path("value")).ifPresent(line -> latest = line);
            }
        }
    }

    Line lineOf(SentMessage sent) {
        Line known = byMessage.getOrDefault(sent.providerId(), byPerson.get(digitsOf(sent.to())));
        if (known != null) {
            return known;
        }
        return near();
    }

    /** Of somebody with this address. */
    Line lineOf(String address) {
        Line known = byPerson.get(digitsOf(address));
        return known != null ? known : near();
    }

    private Line near() {
        Line near = latest != null ? latest : first;
        return near != null ? near : Line.UNKNOWN;
    }

    private static Optional<Line> line(JsonNode entry, JsonNode value) {
        JsonNode id = value.path("metadata").path("phone_number_id");
        String phoneNumberId = id.isIntegralNumber() ? id.asString() : id.stringValue("");
        return phoneNumberId.isBlank()
                ? Optional.empty()
                : Optional.of(new Line(
                        phoneNumberId,
                        entry.path("id").isString() ? entry.path("id").stringValue() : ""));
    }

    private void learn(Line line, JsonNode part) {
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            JsonNode value = field.getValue();
            if (value.isString() && MESSAGES.contains(field.getKey())) {
                byMessage.putIfAbsent(value.stringValue(), line);
            } else if (value.isString() && PEOPLE.contains(field.getKey())) {
                byPerson.merge(digitsOf(value.stringValue()), line, Switchboard::lower);
            } else {
                learn(line, value);
            }
        }
        for (JsonNode item : part.isArray() ? part : part.path("")) {
            learn(line, item);
        }
    }

    /** Of two numbers somebody wrote to, one that does not depend on the order of the files. */
    private static Line lower(Line one, Line other) {
        return one.phoneNumberId().compareTo(other.phoneNumberId()) <= 0 ? one : other;
    }

    private static String digitsOf(String address) {
        return address.startsWith("+") ? address.substring(1) : address;
    }
}
