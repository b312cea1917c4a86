package io.crmkit.dashboard;

/** What can be taken out. */
record ExportView(Frame frame, Filter filter) implements View {}
