package io.crmkit.export;

import io.crmkit.segment.Criterion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an object of a record, each as what it has to be. */
final class Fields {
    private final Map<?, ?> fields;
    private final String path;

    private Fields(Map<?, ?> fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    static Fields of(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(map, path);
        }
        throw new Malformed(path, "It is no object");
    }

    /** Reads something, and tells where it is if it cannot be. */
    <T> T read(Function<Fields, T> reader) {
        try {
            return reader.apply(this);
        } catch (IllegalArgumentException | DateTimeException invalid) {
            // Without what the exception says, which may quote the file.
            throw new Malformed(path, "It says something that cannot be");
        }
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    @Nullable String optional(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new Malformed(at(name), "It is no text");
    }

    String text(String name) {
        String value = optional(name);
        if (value == null) {
            throw new Malformed(at(name), "It is not there");
        }
        return value;
    }

    /** Empty where there is none. */
    String textOrEmpty(String name) {
        String value = optional(name);
        return value == null ? "" : value;
    }

    UUID id(String name) {
        return parsed(name, text(name), UUID::fromString, "It is no id");
    }

    @Nullable UUID optionalId(String name) {
        return has(name) ? id(name) : null;
    }

    Instant time(String name) {
        return parsed(name, text(name), Instant::parse, "It is no time such as 2026-03-10T12:40:04Z");
    }

    @Nullable Instant optionalTime(String name) {
        return has(name) ? time(name) : null;
    }

    <T> T parsed(String name, String text, Function<String, T> reader, String otherwise) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException invalid) {
            throw new Malformed(at(name), otherwise);
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return parsed(
                name,
                text(name),
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
                "It is none of the words there are");
    }

    <E extends Enum<E>> @Nullable E optionalWord(String name, Class<E> type) {
        return has(name) ? word(name, type) : null;
    }

    BigDecimal number(String name) {
        if (fields.get(name) instanceof BigDecimal number) {
            return number;
        }
        throw new Malformed(at(name), "It is no number");
    }

    @Nullable BigDecimal optionalNumber(String name) {
        return has(name) ? number(name) : null;
    }

    int whole(String name) {
        BigDecimal number = number(name);
        try {
            return number.intValueExact();
        } catch (ArithmeticException invalid) {
            throw new Malformed(at(name), "It is no whole number");
        }
    }

    /** Infinity and what is no number are texts. */
    double real(String name) {
        return fields.get(name) instanceof String text
                ? parsed(name, text, Double::valueOf, "It is no number")
                : number(name).doubleValue();
    }

    boolean flag(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof Boolean) {
            return value != null && (Boolean) value;
        }
        throw new Malformed(at(name), "It is neither true nor false");
    }

    Criterion criterion(String name) {
        try {
            return new CriterionReader().read(JsonNodes.of(fields.get(name), ""));
        } catch (Mistaken mistaken) {
            throw new Malformed(at(name), mistaken.mistake().problem());
        }
    }

    Fields object(String name) {
        return of(fields.get(name), at(name));
    }

    <T> @Nullable T optional(String name, Function<Fields, T> reader) {
        return has(name) ? object(name).read(reader) : null;
    }

    /** What each object of a list says; nothing where there is none. */
    <T> List<T> each(String name, Function<Fields, T> reader) {
        List<T> all = new ArrayList<>();
        List<?> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            all.add(of(items.get(i), at(name) + "[" + i + "]").read(reader));
        }
        return all;
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (Object item : items(name)) {
            if (!(item instanceof String text)) {
                throw new Malformed(at(name), "It has something that is no text");
            }
            all.add(text);
        }
        return all;
    }

    private List<?> items(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new Malformed(at(name), "It is no list");
    }
}
