package io.crmkit.dashboard;

import io.crmkit.rights.Erasure;

/** That somebody was erased. */
record ErasureView(Frame frame, Erasure erasure) implements View {
    long removed() {
        return erasure.removed().values().stream().mapToLong(Long::longValue).sum();
    }
}
