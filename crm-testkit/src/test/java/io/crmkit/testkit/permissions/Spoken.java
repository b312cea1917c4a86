package io.crmkit.testkit.permissions;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything an answer says, however deep, although its types do not print what is personal. */
final class Spoken {
    private Spoken() {}

    static String of(@Nullable Object answer) {
        StringBuilder all = new StringBuilder();
        walk(answer, all);
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static void walk(@Nullable Object part, StringBuilder all) {
        if (part instanceof Optional<?> optional) {
            optional.ifPresent(one -> walk(one, all));
        } else if (part instanceof Collection<?> some) {
            some.forEach(one -> walk(one, all));
        } else if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                walk(key, all);
                walk(value, all);
            });
        } else if (part instanceof Record whole) {
            for (RecordComponent component : whole.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    walk(component.getAccessor().invoke(whole), all);
                } catch (ReflectiveOperationException hidden) {
                    throw new IllegalStateException(hidden);
                }
            }
        } else {
            all.append(part).append('\n');
        }
    }
}
