package io.crmkit.spring;

import io.crmkit.CrmException;

/** Something has no safe default and the host has not said it. */
final class MissingSetting extends CrmException {
    private final String action;

    MissingSetting(String what, String action) {
        super(what);
        this.action = action;
    }

    String action() {
        return action;
    }
}
