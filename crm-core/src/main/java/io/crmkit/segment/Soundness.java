package io.crmkit.segment;

import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.AttributeValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses criteria that are too many, refer to each other in a circle, or ask of attributes what they are not declared
 * for.
 *
 * @since 0.1
 */
public record Soundness(AsOf asOf) {
    private static final int MOST = 100;
    private static final int DEEPEST = 20;
    private static final int HEAVIEST = 500;
    private static final int FARTHEST = 5;

    /** @throws IllegalArgumentException if it is refused */
    public void check(Criterion criterion) {
        if (count(criterion, 1) > MOST) {
            throw new IllegalArgumentException("There are more than " + MOST + " criteria");
        }
        if (weight(criterion, Set.of()) > HEAVIEST) {
            throw new IllegalArgumentException(
                    "With those of the segments it refers to there are more than " + HEAVIEST + " criteria");
        }
    }

    /** How many criteria it stands for. */
    private int weight(Criterion criterion, Set<SegmentKey> through) {
        if (criterion instanceof Criterion.All all) {
            return all.of().stream().mapToInt(each -> weight(each, through)).sum();
        } else if (criterion instanceof Criterion.Any any) {
            return any.of().stream().mapToInt(each -> weight(each, through)).sum();
        } else if (criterion instanceof Criterion.Not not) {
            return weight(not.one(), through);
        } else if (criterion instanceof Known.In in) {
            Set<SegmentKey> further = new HashSet<>(through);
            if (!further.add(in.segment()) || further.size() > FARTHEST) {
                throw new IllegalArgumentException(
                        "Segments refer to each other in a circle, or over more than " + FARTHEST + " others");
            }
            return weight(asOf.criterion(in.segment()), further);
        }
        return 1;
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
