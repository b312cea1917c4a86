package io.crmkit.export;

import io.crmkit.segment.Criterion;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes what there is of a record; what is null, empty or false is left out. Half a surrogate pair is written as it is. */
final class JsonOut {
    private static final char QUOTE = '"';
    private static final JsonFactory PLAIN =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;

    JsonOut(JsonGenerator json) {
        this.json = json;
    }

    JsonOut begin() {
        json.writeStartObject();
        return this;
    }

    JsonOut begin(String name) {
        json.writeObjectPropertyStart(name);
        return this;
    }

    /** The name of what is written next. */
    JsonOut named(String name) {
        json.writeName(name);
        return this;
    }

    /** Each as whoever writes it does. */
    <T> JsonOut list(String name, Collection<T> all, Consumer<T> each) {
        json.writeArrayPropertyStart(name);
        all.forEach(each);
        json.writeEndArray();
        return this;
    }

    void end() {
        json.writeEndObject();
    }

    JsonOut text(String name, @Nullable String value) {
        if (value != null) {
            json.writeName(name);
            value(value);
        }
        return this;
    }

    private void value(String value) {
        if (whole(value)) {
            json.writeString(value);
        } else {
            json.writeRawValue(escaped(value));
        }
    }

    JsonOut id(String name, @Nullable Object id) {
        return text(name, id == null ? null : id.toString());
    }

    JsonOut word(String name, @Nullable Enum<?> value) {
        return text(name, value == null ? null : value.name().toLowerCase(Locale.ROOT));
    }

    JsonOut time(String name, @Nullable Instant at) {
        return text(name, at == null ? null : at.toString());
    }

    JsonOut number(String name, @Nullable BigDecimal value) {
        if (value != null) {
            json.writeNumberProperty(name, value);
        }
        return this;
    }

    JsonOut number(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    JsonOut number(String name, double value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    JsonOut flag(String name, boolean value) {
        if (value) {
            json.writeBooleanProperty(name, true);
        }
        return this;
    }

    /** As {@link CriterionReader} reads it; what UTF-8 has no form for is escaped. */
    JsonOut criterion(String name, Criterion criterion) {
        StringWriter text = new StringWriter();
        try (JsonGenerator apart = PLAIN.createGenerator(ObjectWriteContext.empty(), text)) {
            new CriterionWriter(apart).write(criterion);
        }
        json.writeName(name);
        json.writeRawValue(text.toString());
        return this;
    }

    /** Of each, an object. */
    <T> JsonOut each(String name, Collection<T> all, Consumer<T> each) {
        if (!all.isEmpty()) {
            json.writeArrayPropertyStart(name);
            all.forEach(one -> {
                json.writeStartObject();
                each.accept(one);
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        return this;
    }

    JsonOut texts(String name, Collection<String> all) {
        if (!all.isEmpty()) {
            json.writeArrayPropertyStart(name);
            all.forEach(this::value);
            json.writeEndArray();
        }
        return this;
    }

    /** Whether it has a form in UTF-8. */
    private static boolean whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        StringBuilder all = new StringBuilder(text.length() + 16).append(QUOTE);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == QUOTE || c == '\\') {
                all.append(Cells.escape(c));
            } else {
                all.append(c);
            }
        }
        return all.append(QUOTE).toString();
    }
}
