package io.crmkit.dashboard;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import io.crmkit.segment.SegmentKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * A contact as lists show it.
 *
 * @param name empty if none is known
 * @param address the phone as people read it, or else the first other address; empty if there is none
 */
record Row(ContactSummary summary, String name, String address, List<SegmentKey> segments) {
    static final String NAMELESS = "—";

    static Row of(ContactSummary summary, List<SegmentKey> segments) {
        Contact contact = summary.contact();
        return new Row(
                summary,
                contact.displayName().or(contact::username).orElse(""),
                contact.identifiers().stream().findFirst().map(Row::shown).orElse(""),
                segments);
    }

    static Row of(ContactSummary summary) {
        return of(summary, List.of());
    }

    /** An identifier as people read it; a provider's internal id says nothing to them. */
    static String shown(Identifier identifier) {
        boolean internal = identifier.scheme().equals(Scheme.WHATSAPP_USER_ID)
                || identifier.scheme().equals(Scheme.WHATSAPP_PARENT_USER_ID);
        return internal ? "" : PhoneDisplay.of(identifier);
    }

    ContactId id() {
        return summary.id();
    }

    String title() {
        return !name.isEmpty() ? name : !address.isEmpty() ? address : NAMELESS;
    }

    /** One or two letters to tell people apart at a glance. */
    String initials() {
        StringBuilder initials = new StringBuilder();
        StringTokenizer words = new StringTokenizer(name);
        while (words.hasMoreTokens() && initials.length() < 2) {
            int first = words.nextToken().codePointAt(0);
            if (Character.isLetter(first)) {
                initials.appendCodePoint(Character.toUpperCase(first));
            }
        }
        return initials.isEmpty() ? "#" : initials.toString();
    }

    /** One of eight tints, the same one each time. */
    int tint() {
        return id().hashCode() * 0x9E37_79B9 >>> 29;
    }

    ContactStatus status() {
        return summary.status();
    }

    Optional<Instant> last() {
        return summary.activity().lastContactAt();
    }

    List<Tag> tags() {
        return List.copyOf(summary.tags());
    }
}
