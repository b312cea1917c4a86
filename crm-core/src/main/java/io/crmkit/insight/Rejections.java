package io.crmkit.insight;

import io.crmkit.ai.Rejected.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many facts that extractors gave were not believed, since this application started. Thread-safe.
 *
 * @since 0.1
 */
public final class Rejections {
    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);

    public Rejections() {
        for (Reason reason : Reason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    public long count(Reason reason) {
        LongAdder count = counts.get(reason);
        return count == null ? 0 : count.sum();
    }

    void add(Reason reason) {
        LongAdder count = counts.get(reason);
        if (count != null) {
            count.increment();
        }
    }
}
