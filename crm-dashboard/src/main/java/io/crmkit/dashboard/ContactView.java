package io.crmkit.dashboard;

import io.crmkit.consent.Consent;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Tag;
import io.crmkit.profile.ContactProfile;
import io.crmkit.segment.Membership;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One contact.
 *
 * @param older to the entries before those shown; empty at the beginning
 * @param around whether those shown are not the newest
 * @param plots how they write, as small plots
 */
record ContactView(
        Frame frame,
        Row row,
        ContactProfile profile,
        List<FactRow> facts,
        List<FactRow> conflicts,
        List<FactRow> suggested,
        List<FactRow> past,
        List<Entry> entries,
        Optional<String> older,
        boolean around,
        List<Membership> memberships,
        Names named,
        List<Consent> consents,
        List<Plot> plots,
        List<String> proposals,
        Powers powers)
        implements View {
    /** What whoever looks may do here. */
    record Powers(
            boolean reveals,
            boolean edit,
            boolean facts,
            boolean consent,
            boolean merge,
            boolean export,
            boolean erase,
            boolean restrict) {}

    String at(String what) {
        return frame.url("dashboard/contacts/" + row.id() + (what.isEmpty() ? "" : "/" + what));
    }

    List<Identifier> identifiers() {
        return row.summary().contact().identifiers();
    }

    /** Those that may be given by hand, and that it follows from activity. */
    ContactStatus[] statuses() {
        return ContactStatus.values();
    }

    Stream<Tag.Category> categories() {
        return Stream.of(Tag.Category.values());
    }
}
