package io.crmkit.dashboard;

/** Before somebody is erased. */
record EraseView(Frame frame, Row row) implements View {}
