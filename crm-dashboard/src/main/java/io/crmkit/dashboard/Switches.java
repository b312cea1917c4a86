package io.crmkit.dashboard;

/** What the host turned off for everybody. */
record Switches(boolean readOnly, boolean masked) {}
