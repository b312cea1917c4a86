package io.crmkit.capture;

import io.crmkit.capture.ImportOutcome.Reason;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An imported contact as read.
 *
 * @param party empty if it was refused
 * @param refused null if it was not
 */
record ImportLine(
        Optional<Party> party,
        @Nullable String name,
        Set<Tag> tags,
        @Nullable Reason refused) {
    private static final int LONGEST = 256;

    static ImportLine of(ImportedContact contact, String country) {
        List<Identifier> identifiers = new ArrayList<>();
        String phone = filled(contact.phone());
        if (phone != null) {
            Optional<Identifier> read = PhoneDisplay.read(phone, country);
            if (read.isEmpty()) {
                return refused(Reason.UNREADABLE_PHONE);
            }
            identifiers.add(read.get());
        }
        String email = filled(contact.email());
        if (email != null) {
            int at = email.indexOf('@');
            if (at < 1 || at != email.lastIndexOf('@') || at == email.length() - 1 || email.length() > LONGEST) {
                return refused(Reason.UNREADABLE_EMAIL);
            }
            identifiers.add(Identifier.email(email));
        }
        identifiers.addAll(contact.others());
        String name = filled(contact.name());
        if (identifiers.isEmpty()) {
            return refused(Reason.NO_IDENTIFIER);
        }
        return name != null && name.length() > LONGEST
                ? refused(Reason.NAME_TOO_LONG)
                : new ImportLine(
                        Optional.of(new Party(identifiers, List.of(), null, null)), name, contact.tags(), null);
    }

    private static ImportLine refused(Reason reason) {
        return new ImportLine(Optional.empty(), null, Set.of(), reason);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
