package io.crmkit.jpa;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Subject;
import io.crmkit.contact.ContactId;
import io.crmkit.insight.Decision;
import io.crmkit.insight.Fact;
import io.crmkit.insight.FactId;
import io.crmkit.insight.Matter;
import io.crmkit.insight.Standing;
import io.crmkit.insight.Support;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.InteractionId;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Random instances of records, made from whatever components they have, so that a component nobody has heard of yet is
 * filled as well.
 */
final class Samples {
    private final Random random;
    /** By component, the values it took. */
    private final Map<String, Set<Object>> seen = new TreeMap<>();

    private final Map<String, Supplier<Object>> restricted = new HashMap<>(Map.of(
            "Content.type", this::word,
            "Scheme.name", this::word,
            "ChannelAccount.channel", this::word,
            "ChannelAccount.account", this::word,
            "ProviderRef.id", () -> "wamid." + shortText(),
            "Identifier.scope", this::shortText,
            "Identifier.value", () -> "+" + shortText(),
            "StatusReached.state", this::status));

    Samples(long seed) {
        random = new Random(seed);
        for (String words :
                List.of("Booking.service", "Booking.staff", "Booking.source", "Transfer.purpose", "Transfer.source")) {
            restricted.put(words, this::shortText);
        }
        restricted.put("Money.amount", () -> BigDecimal.valueOf(random.nextInt(1_000_000), 2));
        restricted.put("Money.currency", () -> pick(List.of("ARS", "USD", "BRL")));
    }

    <T> T of(Class<T> type) {
        return type.cast(any(type));
    }

    /** The components that never changed over all samples. */
    List<String> monotonous() {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().size() < 2)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The components that were filled. */
    Set<String> components() {
        return seen.keySet();
    }

    /** Of any length and any characters, halves of pairs and NUL included. */
    String text() {
        int length = random.nextInt(10) == 0 ? random.nextInt(600) : random.nextInt(12);
        int plane = random.nextInt(19);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            switch (plane) {
                case 17 -> text.append((char) random.nextInt(0x80));
                case 18 -> text.append((char) (0xd7f0 + random.nextInt(0x820)));
                default -> text.appendCodePoint(plane << 16 | random.nextInt(0x10000));
            }
        }
        return text.toString();
    }

    private Object any(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(any(list.getActualTypeArguments()[0]));
            }
            return items;
        }
        Class<?> simple = (Class<?>) type;
        if (simple == String.class) {
            return text();
        } else if (simple == boolean.class) {
            return random.nextBoolean();
        } else if (simple == int.class) {
            return random.nextInt() >> random.nextInt(32);
        } else if (simple == double.class) {
            return random.nextInt(20) == 0 ? Double.NaN : 360 * random.nextDouble() - 180;
        } else if (simple == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(), random.nextInt(7));
        } else if (simple == ZoneId.class) {
            return ZoneId.of(pick(List.of("America/Sao_Paulo", "America/Tijuana", "UTC")));
        } else if (simple == LocalDateTime.class) {
            return LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(500_000));
        } else if (simple == Instant.class) {
            return Instant.ofEpochSecond(
                    random.nextLong(-1_000_000, 253_402_300_800L), 1_000 * random.nextInt(1_000_000));
        } else if (simple.isEnum()) {
            return pick(Arrays.asList(simple.getEnumConstants()));
        } else if (simple.isSealed()) {
            return any(pick(Arrays.asList(simple.getPermittedSubclasses())));
        } else if (simple.isRecord()) {
            return record(simple);
        }
        throw new IllegalArgumentException("Samples cannot make a " + simple + ": teach it, and the codec as well");
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(this::component).toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " refuses a sample: restrict its components", e.getCause());
        }
    }

    private @Nullable Object component(RecordComponent component) {
        String name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        AnnotatedElement type = component.getAnnotatedType();
        boolean absent = type.isAnnotationPresent(Nullable.class) && random.nextInt(4) == 0;
        Object value = absent ? null : value(name, component);
        Set<Object> values = seen.computeIfAbsent(name, first -> new HashSet<>());
        if (values.size() < 3) {
            values.add(String.valueOf(value));
        }
        return value;
    }

    private Object value(String name, RecordComponent component) {
        Supplier<Object> values = restricted.get(name);
        return values == null ? any(component.getGenericType()) : values.get();
    }

    private DeliveryState status() {
        return pick(List.of(DeliveryState.SENT, DeliveryState.READ, DeliveryState.FAILED));
    }

    private String word() {
        return "w_" + Integer.toString(random.nextInt(100_000), 36);
    }

    private String shortText() {
        String text = text();
        return text.length() < 100 ? text : text.substring(0, 100);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A fact with everything a fact can have. */
    static Fact fact(InteractionId message) {
        Support support = new Support(
                message,
                Clinic.MONDAY,
                3,
                7,
                "luca",
                Alignment.FUZZY,
                "rules",
                "1.0",
                Polarity.ASSERTED,
                FactOrigin.EXPLICIT,
                0.9,
                Clinic.minute(5));
        return new Fact(
                new FactId(new UUID(8, 8)),
                new Matter(
                        FactType.PRICE,
                        "cleaning",
                        new FactValue.Money(new BigDecimal("1000.50"), "ARS"),
                        Subject.CUSTOMER,
                        "budget"),
                Sensitivity.ORDINARY,
                List.of(new Decision(
                        new ContactId(new UUID(7, 7)), Decision.Verdict.ACCEPTED, true, "laura", Clinic.minute(6))),
                List.of(support),
                new Standing(Standing.State.CURRENT, 0.9, Clinic.MONDAY, Clinic.minute(9)),
                Clinic.minute(5),
                null);
    }
}
