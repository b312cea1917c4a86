package io.crmkit.memory;

import io.crmkit.rotation.KeyRotation;

/** What is in memory only is guarded by no key. */
record NothingSealed() implements KeyRotation {
    @Override
    public void begin() {}

    @Override
    public boolean proceed(int limit) {
        return false;
    }
}
