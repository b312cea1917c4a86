package io.crmkit.export;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.EventKind;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import io.crmkit.segment.Window.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a criterion: an object with one property, which says what it asks. */
final class CriterionReader {
    static final int VERSION = 1;
    private static final int MOST = 100;
    private static final int DEEPEST = 20;
    private static final int DAYS = 36_500;

    private final Map<String, Function<JsonNode, Criterion>> simple = new LinkedHashMap<>();
    private int count;

    CriterionReader() {
        simple.put("status", node -> new Criterion.HasStatus(node.words(node, ContactStatus.class)));
        simple.put("tag", node -> new Criterion.Tagged(tag(node)));
        simple.put("tagCategory", node -> new Criterion.TaggedIn(node.word(Tag.Category.class)));
        simple.put("firstContact", node -> new Criterion.FirstContact(window(node)));
        simple.put("lastContact", node -> new Criterion.LastContact(window(node)));
        simple.put("newForDays", node -> new Criterion.NewFor(node.whole(0, DAYS)));
        simple.put("silentForDays", node -> new Criterion.SilentFor(node.whole(0, DAYS)));
        simple.put("count", CriterionReader::counted);
        simple.put("attribute", CriterionReader::attribute);
        simple.put("text", node -> new Criterion.Text(node.text()));
        simple.put("appointments", CriterionReader::appointments);
        simple.put("spend", node -> amount(Dealt.Sum.SPEND, node));
        simple.put("revenue", node -> amount(Dealt.Sum.REVENUE, node));
        simple.put(
                "waitsLongerThan",
                node -> new Talked.Awaits(node.made(
                        each -> new Talked.Awaits(Duration.parse(each.text())).longerThan(),
                        "Write a duration like PT4H or P2D")));
        simple.put("personCalled", CriterionReader::called);
        simple.put("firstWrote", node -> new Talked.FirstWrote(window(node)));
        simple.put("lastWrote", node -> new Talked.LastWrote(window(node)));
        simple.put("events", CriterionReader::happened);
        simple.put("fact", CriterionReader::says);
        simple.put("mood", node -> new Known.Feels(node.words(node, Sentiment.class)));
        simple.put(
                "identifier",
                node -> new Known.Has(
                        node.made(each -> new Scheme(each.text()), "Write a scheme such as phone or email")));
        simple.put("segment", node -> new Known.In(key(node)));
    }

    /** What a criterion can ask. */
    Set<String> words() {
        Set<String> words = new LinkedHashSet<>(List.of("all", "any", "not"));
        words.addAll(simple.keySet());
        return words;
    }

    /** @param node may say the version of the form, which is {@link #VERSION} */
    Criterion read(JsonNode node) {
        JsonNode version = node.object().get("version");
        if (version != null) {
            version.whole(VERSION, VERSION);
            Map<String, JsonNode> rest = new LinkedHashMap<>(node.object());
            rest.remove("version");
            return read(new JsonNode(node.at(), rest), 1);
        }
        return read(node, 1);
    }

    private Criterion read(JsonNode node, int depth) {
        if (++count > MOST) {
            throw node.mistake(
                    "There are more than " + MOST + " criteria", "Make several lists of it, and refer to them");
        }
        if (depth > DEEPEST) {
            throw node.mistake("Criteria are nested more than " + DEEPEST + " deep", "Nest them less");
        }
        Map<String, JsonNode> object = node.object();
        if (object.size() != 1) {
            throw node.mistake("A criterion is an object with one property", "Join several by all or any");
        }
        String word = object.keySet().iterator().next();
        JsonNode asked = node.get(word);
        switch (word) {
            case "all":
                return new Criterion.All(
                        asked.list().stream().map(each -> read(each, depth + 1)).toList());
            case "any":
                return new Criterion.Any(
                        asked.list().stream().map(each -> read(each, depth + 1)).toList());
            case "not":
                return new Criterion.Not(read(asked, depth + 1));
            default:
                Function<JsonNode, Criterion> reader = simple.get(word);
                if (reader == null) {
                    throw asked.mistake("There is no such criterion", "Use one of " + String.join(", ", words()));
                }
                return reader.apply(asked);
        }
    }

    static SegmentKey key(JsonNode node) {
        return node.made(
                each -> SegmentKey.of(each.text()), "Write 1 to 63 of a-z 0-9 _ -, beginning with a letter or digit");
    }

    private static Tag tag(JsonNode node) {
        String advice = "Write a name of 1 to 64 characters";
        if (node.value() instanceof String) {
            return node.made(each -> Tag.of(each.text()), advice);
        }
        node.object("category", "name");
        Tag.Category category = node.get("category").word(Tag.Category.class);
        return node.get("name").made(each -> new Tag(category, each.text()), advice);
    }

    private static Window window(JsonNode node) {
        node.object("from", "until");
        return new Window(
                node.optional("from", CriterionReader::moment), node.optional("until", CriterionReader::moment));
    }

    private static Moment moment(JsonNode node) {
        if (node.value() instanceof String) {
            return new Moment.At(node.instant());
        }
        node.object("days");
        return new Moment.InDays(node.get("days").whole(-DAYS, DAYS));
    }

    private static int atLeast(JsonNode node, int none) {
        JsonNode least = node.optional("atLeast");
        return least == null ? none : least.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static int atMost(JsonNode node) {
        JsonNode most = node.optional("atMost");
        return most == null ? Integer.MAX_VALUE : most.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Criterion counted(JsonNode node) {
        node.object("of", "atLeast", "atMost");
        return new Criterion.Counted(
                node.get("of").word(Criterion.Counter.class), atLeast(node, Integer.MIN_VALUE), atMost(node));
    }

    private static Criterion attribute(JsonNode node) {
        Map<String, JsonNode> object = node.object("name", "is", "from", "to");
        String name = node.get("name").text();
        if (object.containsKey("is")) {
            return new Criterion.AttributeIs(name, value(node.get("is")));
        }
        return new Criterion.AttributeBetween(
                name, node.optional("from", CriterionReader::value), node.optional("to", CriterionReader::value));
    }

    private static AttributeValue value(JsonNode node) {
        return node.made(
                each -> {
                    if (each.value() instanceof Boolean flag) {
                        return AttributeValue.of(flag);
                    } else if (each.value() instanceof BigDecimal number) {
                        return AttributeValue.of(number);
                    } else if (each.value() instanceof Map) {
                        each.object("day");
                        return AttributeValue.of(LocalDate.parse(each.get("day").text()));
                    }
                    return AttributeValue.of(each.text());
                },
                "Write a text, a number, true, false, or a day like {\"day\": \"1990-01-31\"}");
    }

    private static Criterion appointments(JsonNode node) {
        node.object("status", "starts", "atLeast", "atMost");
        JsonNode status = node.optional("status");
        return new Dealt.Appointments(
                status == null ? EnumSet.allOf(AppointmentStatus.class) : node.words(status, AppointmentStatus.class),
                windowOf(node, "starts"),
                atLeast(node, 1),
                atMost(node));
    }

    private static Window windowOf(JsonNode node, String name) {
        JsonNode window = node.optional(name);
        return window == null ? Window.EVER : window(window);
    }

    private static Criterion amount(Dealt.Sum sum, JsonNode node) {
        node.object("currency", "over", "atMost");
        return node.made(
                each -> new Dealt.Amount(sum, each.get("currency").text(), money(each, "over"), money(each, "atMost")),
                "Write a currency such as ARS and amounts with at most 18 digits before the point and 6 after it");
    }

    private static @Nullable BigDecimal money(JsonNode node, String name) {
        JsonNode amount = node.optional(name);
        return amount == null ? null : amount.number();
    }

    private static Criterion called(JsonNode node) {
        if (!Boolean.TRUE.equals(node.value())) {
            throw node.mistake("This is only ever true", "Write true, and not around it for the contrary");
        }
        return new Talked.Called();
    }

    private static Criterion happened(JsonNode node) {
        node.object("kind", "at", "atLeast", "atMost");
        return new Talked.Happened(
                node.words(node.get("kind"), EventKind.class), windowOf(node, "at"), atLeast(node, 1), atMost(node));
    }

    private static Criterion says(JsonNode node) {
        node.object("type", "key");
        JsonNode key = node.optional("key");
        return new Known.Says(node.get("type").word(FactType.class), key == null ? null : key.text());
    }
}
