package io.crmkit.export;

import io.crmkit.contact.AttributeValue;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import io.crmkit.segment.Window.Moment;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes criteria as {@link CriterionReader} reads them. */
record CriterionWriter(JsonGenerator json) {
    void write(Criterion criterion) {
        json.writeStartObject();
        if (criterion instanceof Criterion.All all) {
            several("all", all.of());
        } else if (criterion instanceof Criterion.Any any) {
            several("any", any.of());
        } else if (criterion instanceof Criterion.Not not) {
            json.writeName("not");
            write(not.one());
        } else if (criterion instanceof Dealt dealt) {
            dealt(dealt);
        } else if (criterion instanceof Talked talked) {
            talked(talked);
        } else if (criterion instanceof Known known) {
            known(known);
        } else {
            simple(criterion);
        }
        json.writeEndObject();
    }

    private void several(String name, List<Criterion> all) {
        json.writeArrayPropertyStart(name);
        all.forEach(this::write);
        json.writeEndArray();
    }

    private void simple(Criterion criterion) {
        if (criterion instanceof Criterion.HasStatus status) {
            words("status", status.any());
        } else if (criterion instanceof Criterion.Tagged tagged) {
            json.writeObjectPropertyStart("tag");
            json.writeStringProperty("category", JsonNode.word(tagged.tag().category()));
            json.writeStringProperty("name", tagged.tag().name());
            json.writeEndObject();
        } else if (criterion instanceof Criterion.TaggedIn tagged) {
            json.writeStringProperty("tagCategory", JsonNode.word(tagged.category()));
        } else if (criterion instanceof Criterion.FirstContact first) {
            window("firstContact", first.at());
        } else if (criterion instanceof Criterion.LastContact last) {
            window("lastContact", last.at());
        } else if (criterion instanceof Criterion.NewFor fresh) {
            json.writeNumberProperty("newForDays", fresh.days());
        } else if (criterion instanceof Criterion.SilentFor silent) {
            json.writeNumberProperty("silentForDays", silent.days());
        } else if (criterion instanceof Criterion.Counted counted) {
            json.writeObjectPropertyStart("count");
            json.writeStringProperty("of", JsonNode.word(counted.counter()));
            bounds(counted.atLeast(), Integer.MIN_VALUE, counted.atMost());
            json.writeEndObject();
        } else if (criterion instanceof Criterion.AttributeIs is) {
            attribute(is.name());
            value("is", is.value());
            json.writeEndObject();
        } else if (criterion instanceof Criterion.AttributeBetween between) {
            attribute(between.name());
            value("from", between.from());
            value("to", between.to());
            json.writeEndObject();
        } else {
            json.writeStringProperty("text", ((Criterion.Text) criterion).typed());
        }
    }

    private void dealt(Dealt criterion) {
        if (criterion instanceof Dealt.Appointments appointments) {
            json.writeObjectPropertyStart("appointments");
            words("status", appointments.any());
            window("starts", appointments.starts());
            bounds(appointments.atLeast(), 1, appointments.atMost());
        } else {
            Dealt.Amount amount = (Dealt.Amount) criterion;
            json.writeObjectPropertyStart(JsonNode.word(amount.sum()));
            json.writeStringProperty("currency", amount.currency());
            number("over", amount.over());
            number("atMost", amount.atMost());
        }
        json.writeEndObject();
    }

    private void talked(Talked criterion) {
        if (criterion instanceof Talked.Awaits awaits) {
            json.writeStringProperty("waitsLongerThan", awaits.longerThan().toString());
        } else if (criterion instanceof Talked.Called) {
            json.writeBooleanProperty("personCalled", true);
        } else if (criterion instanceof Talked.FirstWrote first) {
            window("firstWrote", first.at());
        } else if (criterion instanceof Talked.LastWrote last) {
            window("lastWrote", last.at());
        } else {
            Talked.Happened happened = (Talked.Happened) criterion;
            json.writeObjectPropertyStart("events");
            words("kind", happened.any());
            window("at", happened.at());
            bounds(happened.atLeast(), 1, happened.atMost());
            json.writeEndObject();
        }
    }

    private void known(Known criterion) {
        if (criterion instanceof Known.Says says) {
            json.writeObjectPropertyStart("fact");
            json.writeStringProperty("type", JsonNode.word(says.type()));
            if (says.key() != null) {
                json.writeStringProperty("key", says.key());
            }
            json.writeEndObject();
        } else if (criterion instanceof Known.Feels feels) {
            words("mood", feels.any());
        } else if (criterion instanceof Known.Has has) {
            json.writeStringProperty("identifier", has.scheme().name());
        } else {
            json.writeStringProperty("segment", ((Known.In) criterion).segment().value());
        }
    }

    private <E extends Enum<E>> void words(String name, Collection<E> words) {
        json.writeArrayPropertyStart(name);
        new TreeSet<>(words).forEach(word -> json.writeString(JsonNode.word(word)));
        json.writeEndArray();
    }

    private void window(String name, Window window) {
        json.writeObjectPropertyStart(name);
        moment("from", window.from());
        moment("until", window.until());
        json.writeEndObject();
    }

    private void moment(String name, @Nullable Moment moment) {
        if (moment instanceof Moment.At fixed) {
            json.writeStringProperty(name, fixed.instant().toString());
        } else if (moment instanceof Moment.InDays relative) {
            json.writeObjectPropertyStart(name);
            json.writeNumberProperty("days", relative.days());
            json.writeEndObject();
        }
    }

    private void bounds(int atLeast, int none, int atMost) {
        if (atLeast != none) {
            json.writeNumberProperty("atLeast", atLeast);
        }
        if (atMost != Integer.MAX_VALUE) {
            json.writeNumberProperty("atMost", atMost);
        }
    }

    private void number(String name, @Nullable BigDecimal number) {
        if (number != null) {
            json.writeNumberProperty(name, number);
        }
    }

    private void attribute(String name) {
        json.writeObjectPropertyStart("attribute");
        json.writeStringProperty("name", name);
    }

    private void value(String name, @Nullable AttributeValue value) {
        if (value instanceof AttributeValue.Words words) {
            json.writeStringProperty(name, words.text());
        } else if (value instanceof AttributeValue.Amount amount) {
            json.writeNumberProperty(name, amount.number());
        } else if (value instanceof AttributeValue.Day day) {
            json.writeObjectPropertyStart(name);
            json.writeStringProperty("day", day.canonical());
            json.writeEndObject();
        } else if (value instanceof AttributeValue.Flag flag) {
            json.writeBooleanProperty(name, flag.yes());
        }
    }
}
