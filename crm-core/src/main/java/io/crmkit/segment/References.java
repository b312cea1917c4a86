package io.crmkit.segment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How criteria refer to segments. */
final class References {
    private References() {}

    /** Who is in each list, by key. */
    static Map<SegmentKey, Criterion> criteria(List<SmartList> lists) {
        return lists.stream().collect(Collectors.toMap(SmartList::key, SmartList::criterion));
    }

    /** Whether a criterion refers to a segment; to any if null. */
    static boolean has(Criterion criterion, @Nullable SegmentKey to) {
        if (criterion instanceof Criterion.All all) {
            return all.of().stream().anyMatch(each -> has(each, to));
        } else if (criterion instanceof Criterion.Any any) {
            return any.of().stream().anyMatch(each -> has(each, to));
        } else if (criterion instanceof Criterion.Not not) {
            return has(not.one(), to);
        }
        return criterion instanceof Known.In in && (to == null || in.segment().equals(to));
    }
}
