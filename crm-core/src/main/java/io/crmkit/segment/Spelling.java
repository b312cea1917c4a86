package io.crmkit.segment;

import io.crmkit.contact.AttributeValue;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Criteria as text. */
final class Spelling {
    private Spelling() {}

    /** With everything they say: personal. */
    static String of(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return "all" + of(all.of());
        } else if (criterion instanceof Criterion.Any any) {
            return "any" + of(any.of());
        } else if (criterion instanceof Criterion.Not not) {
            return "not(" + of(not.one()) + ")";
        } else if (criterion instanceof Criterion.HasStatus status) {
            return "status" + new TreeSet<>(status.any());
        } else if (criterion instanceof Criterion.Tagged tagged) {
            return "tag(" + tagged.tag().category() + "=" + tagged.tag().name() + ")";
        } else if (criterion instanceof Criterion.AttributeIs is) {
            return is.name() + "=" + is.value().canonical();
        } else if (criterion instanceof Criterion.AttributeBetween between) {
            return between.name() + " " + value(between.from()) + ".." + value(between.to());
        } else if (criterion instanceof Criterion.Text text) {
            return "text(" + text.typed() + ")";
        }
        return criterion.toString();
    }

    private static String of(List<Criterion> some) {
        return some.stream().map(Spelling::of).collect(Collectors.joining(",", "(", ")"));
    }

    private static String value(@Nullable AttributeValue value) {
        return value == null ? "" : value.canonical();
    }

    /** Whether to fulfil them tells a name, an address or a value. */
    static boolean tells(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return all.of().stream().anyMatch(Spelling::tells);
        } else if (criterion instanceof Criterion.Any any) {
            return any.of().stream().anyMatch(Spelling::tells);
        } else if (criterion instanceof Criterion.Not not) {
            return tells(not.one());
        }
        return criterion instanceof Criterion.AttributeIs
                || criterion instanceof Criterion.AttributeBetween
                || criterion instanceof Criterion.Text;
    }
}
