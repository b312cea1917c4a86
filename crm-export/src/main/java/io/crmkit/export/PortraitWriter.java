package io.crmkit.export;

import io.crmkit.ai.FactValue;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Absorbed;
import io.crmkit.dossier.MergeRecord;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Portrait;
import io.crmkit.insight.Decision;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Support;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.Conversation;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A contact as a record: everything it has but the entries of its timeline. */
final class PortraitWriter {
    private final JsonOut json;

    PortraitWriter(JsonOut json) {
        this.json = json;
    }

    void write(Portrait portrait, ContactSummary summary) {
        Contact contact = portrait.contact();
        json.begin().text("record", "contact").id("id", contact.id());
        naming(contact.naming());
        json.each("identifiers", contact.identifiers(), this::identifier)
                .word("status", summary.status())
                .flag("statusByHand", contact.statusByHand())
                .time("firstContactAt", summary.activity().first())
                .time("lastContactAt", summary.activity().last())
                .number("interactions", summary.activity().interactions());
        tags("tags", portrait.tags());
        attributes(portrait.attributes());
        json.each("notes", portrait.notes(), this::note)
                .each("held", portrait.held(), this::held)
                .each("conversations", portrait.conversations(), this::conversation)
                .each("facts", portrait.facts(), this::fact)
                .each("absorbed", portrait.absorbed(), this::absorbed)
                .each("merges", portrait.merges(), this::merge)
                .end();
    }

    void naming(Naming naming) {
        name("displayName", naming.displayName());
        name("username", naming.username());
    }

    private void name(String field, Naming.@Nullable Name name) {
        if (name != null) {
            json.text(field, name.value()).time(field + "At", name.at());
        }
    }

    private void identifier(Identifier identifier) {
        json.text("scheme", identifier.scheme().name())
                .text("scope", identifier.scope())
                .text("value", identifier.value());
    }

    void key(MatchKey key) {
        json.text("scheme", key.scheme().name()).text("scope", key.scope()).text("key", key.key());
    }

    void held(Origins.Held held) {
        identifier(held.identifier());
        // The same scheme and scope as the identifier's.
        json.text("key", held.key().key()).each("holdings", held.holdings(), this::holding);
    }

    private void holding(Holding<ContactId> holding) {
        json.time("until", holding.until()).id("contactId", holding.holder());
    }

    private void tags(String field, Collection<Tag> tags) {
        json.each(
                field,
                tags.stream().sorted().toList(),
                tag -> json.word("category", tag.category()).text("name", tag.name()));
    }

    private void attributes(Map<String, AttributeValue> attributes) {
        json.each(
                "attributes",
                new TreeMap<>(attributes).entrySet(),
                each -> json.text("name", each.getKey())
                        .word("kind", each.getValue().kind())
                        .text("value", each.getValue().canonical()));
    }

    private void note(Note note) {
        json.id("id", note.id())
                .time("writtenAt", note.writtenAt())
                .text("author", note.author())
                .text("text", note.text());
    }

    private void conversation(Conversation c) {
        Attention attention = c.attention();
        json.id("id", c.id())
                .text("channel", c.account().channel())
                .text("account", c.account().account())
                .time("openedAt", c.openedAt())
                .time("lastAt", c.lastAt())
                .time("closedAt", c.closedAt().orElse(null))
                .word("status", c.state())
                .flag("latest", c.latest())
                .flag("seamed", c.seamed())
                .time("wordAt", attention.wordAt())
                .flag("asked", attention.asked())
                .time("callAt", attention.callAt())
                .flag("raised", attention.raised());
    }

    private void fact(Fact fact) {
        json.id("id", fact.id())
                .word("type", fact.matter().type())
                .text("key", fact.matter().key())
                .text("value", fact.matter().value().text());
        json.begin("exact");
        exact(fact.matter().value());
        json.end();
        json.word("subject", fact.matter().subject())
                .text("relation", fact.matter().relation())
                .word("sensitivity", fact.sensitivity())
                .number("confidence", fact.standing().confidence())
                .word("state", fact.state())
                .time("validFrom", fact.standing().validFrom())
                .time("validTo", fact.standing().validTo())
                .time("recordedAt", fact.recordedAt())
                .time("retractedAt", fact.retractedAt())
                .each("decisions", fact.decisions(), this::decision)
                .each("evidence", fact.support(), this::evidence);
    }

    private void exact(FactValue value) {
        if (value instanceof FactValue.Text text) {
            json.text("kind", "text").text("value", text.value());
        } else if (value instanceof FactValue.Code code) {
            json.text("kind", "code").text("value", code.value());
        } else if (value instanceof FactValue.Money money) {
            json.text("kind", "money").text("amount", money.amount().toString()).text("currency", money.currency());
        } else if (value instanceof FactValue.Phone phone) {
            json.text("kind", "phone").text("value", phone.e164());
        } else if (value instanceof FactValue.Mail mail) {
            json.text("kind", "mail").text("value", mail.address());
        } else if (value instanceof FactValue.Moment moment) {
            LocalDateTime end = moment.end();
            json.text("kind", "moment")
                    .id("start", moment.start())
                    .text("end", FactValue.Moment.OPEN.equals(end) ? "open" : end == null ? null : end.toString())
                    .word("grain", moment.grain())
                    .flag("approximate", moment.approximate());
        } else if (value instanceof FactValue.TimeOfDay time) {
            json.text("kind", "time_of_day")
                    .id("start", time.start())
                    .id("end", time.end())
                    .flag("approximate", time.approximate());
        } else {
            json.text("kind", "score").number("value", ((FactValue.Score) value).value());
        }
    }

    private void decision(Decision decision) {
        json.id("contactId", decision.about())
                .word("verdict", decision.verdict())
                .flag("locked", decision.locked())
                .text("by", decision.by())
                .time("at", decision.at());
    }

    private void evidence(Support support) {
        json.id("entryId", support.message())
                .number("start", support.start())
                .number("end", support.end())
                .text("quote", support.quote())
                .time("saidAt", support.saidAt())
                .word("alignment", support.alignment())
                .text("extractor", support.extractor())
                .text("version", support.version())
                .word("polarity", support.polarity())
                .word("origin", support.origin())
                .number("confidence", support.confidence())
                .time("readAt", support.readAt());
    }

    private void absorbed(Absorbed absorbed) {
        json.id("id", absorbed.id()).id("into", absorbed.into());
        naming(absorbed.naming());
        json.word("status", absorbed.status());
        tags("tags", absorbed.tags());
        attributes(absorbed.attributes());
    }

    private void merge(MergeRecord merge) {
        json.id("id", merge.merge().id())
                .text("actor", merge.merge().actor())
                .time("at", merge.merge().at());
        side("survivor", merge.merge().survivor(), merge.before().survivor());
        side("absorbed", merge.merge().absorbed(), merge.before().absorbed());
        json.word("survivorStatus", merge.before().status());
        tags("takenTags", merge.taken().tags());
        json.texts(
                        "takenNotes",
                        merge.taken().notes().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList())
                .texts(
                        "takenAttributes",
                        merge.taken().attributes().stream().sorted().toList());
    }

    /** @param before what it was called, as far as its own messages do not tell */
    private void side(String field, Merge.Side side, Naming before) {
        json.begin(field).id("contactId", side.contact());
        key(side.seen().key());
        json.time("seenAt", side.seen().at());
        naming(before);
        json.end();
    }
}
