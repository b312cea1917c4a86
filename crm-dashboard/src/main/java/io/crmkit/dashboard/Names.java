package io.crmkit.dashboard;

import io.crmkit.segment.Segment;
import io.crmkit.segment.SegmentKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people call segments: the automatic ones in their language, smart lists by their own names. */
record Names(Words words, Map<SegmentKey, String> lists) {
    static Names of(Words words, List<Segment> segments) {
        Map<SegmentKey, String> lists = new HashMap<>();
        segments.stream().filter(each -> !each.automatic()).forEach(each -> lists.put(each.key(), each.name()));
        return new Names(words, lists);
    }

    String of(SegmentKey key) {
        String list = lists.get(key);
        return list != null ? list : words.or("segment." + key.value(), key.value());
    }
}
