package io.crmkit.dashboard;

/** What a template shows. */
interface View {
    Frame frame();
}
