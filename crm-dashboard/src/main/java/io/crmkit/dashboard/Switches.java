package io.crmkit.dashboard;

/** What the host turned off, or on, for everybody. */
record Switches(boolean readOnly, boolean masked, boolean exports) {}
