package io.crmkit.segment;

import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses criteria that are too many, or ask of attributes what they are not declared for.
 *
 * @since 0.1
 */
public record Soundness(AsOf asOf) {
    private static final int MOST = 100;
    private static final int DEEPEST = 20;

    /** @throws IllegalArgumentException if it is refused */
    public void check(Criterion criterion) {
        if (count(criterion, 1) > MOST) {
            throw new IllegalArgumentException("There are more than " + MOST + " criteria");
        }
    }

    private int count(Criterion criterion, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("Criteria are nested more than " + DEEPEST + " deep");
        }
        if (criterion instanceof Criterion.All all) {
            return count(all.of(), depth);
        } else if (criterion instanceof Criterion.Any any) {
            return count(any.of(), depth);
        } else if (criterion instanceof Criterion.Not not) {
            return 1 + count(not.one(), depth + 1);
        } else if (criterion instanceof Criterion.AttributeIs is) {
            searchable(is.name(), is.value());
        } else if (criterion instanceof Criterion.AttributeBetween between) {
            byRange(searchable(between.name(), between.from()));
            byRange(searchable(between.name(), between.to()));
        }
        return 1;
    }

    private int count(List<Criterion> all, int depth) {
        return 1 + all.stream().mapToInt(each -> count(each, depth + 1)).sum();
    }

    private AttributeType searchable(String name, @Nullable AttributeValue value) {
        AttributeType type = asOf.attribute(name);
        if (type.search() == Search.NOT) {
            throw new IllegalArgumentException("Attribute " + name + " is declared not to be searched");
        }
        if (value != null) {
            type.checked(value);
        }
        return type;
    }

    private static void byRange(AttributeType type) {
        if (type.search() != Search.BY_RANGE) {
            throw new IllegalArgumentException("Attribute " + type.name() + " is declared not to be searched by range");
        }
    }
}
