package io.crmkit.spring;

import io.crmkit.Storage;
import io.crmkit.due.DueKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/** How long the oldest due work has been waiting; zero if none is due. */
record Overdue(Storage storage, InstantSource clock) {
    private static final Set<DueKind> ALL = EnumSet.allOf(DueKind.class);

    Duration now() {
        return storage.upcoming(ALL, 1).stream()
                .map(next -> Duration.between(next.at(), clock.instant()))
                .filter(late -> !late.isNegative())
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
