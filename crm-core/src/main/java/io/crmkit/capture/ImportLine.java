package io.crmkit.capture;

import io.crmkit.capture.ImportOutcome.Reason;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Tag;
import io.crmkit.tenant.TenantSettings;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
        @Nullable ContactStatus status,
        Map<AttributeType, AttributeValue> attributes,
        boolean optedOut,
        @Nullable Reason refused) {
    private static final int LONGEST = 256;

    static ImportLine of(ImportedContact contact, TenantSettings settings) {
        List<Identifier> identifiers = new ArrayList<>();
        String phone = filled(contact.phone());
        if (phone != null) {
            Optional<Identifier> read = PhoneDisplay.read(phone, settings.country());
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
        if (name != null && name.length() > LONGEST) {
            return refused(Reason.NAME_TOO_LONG);
        }
        Optional<Map<AttributeType, AttributeValue>> attributes = attributes(contact.attributes(), settings);
        return attributes.isEmpty()
                ? refused(Reason.UNREADABLE_ATTRIBUTE)
                : new ImportLine(
                        Optional.of(new Party(identifiers, List.of(), null, null)),
                        name,
                        contact.tags(),
                        contact.status(),
                        attributes.get(),
                        contact.optedOut(),
                        null);
    }

    /** Whether it brings more than identifiers and a name. */
    boolean adds() {
        return !tags.isEmpty() || status != null || !attributes.isEmpty() || optedOut;
    }

    private static Optional<Map<AttributeType, AttributeValue>> attributes(
            Map<String, String> words, TenantSettings settings) {
        Map<AttributeType, AttributeValue> attributes = new HashMap<>();
        try {
            words.forEach((name, text) -> {
                AttributeType type = settings.attribute(name).orElseThrow();
                boolean decimalComma = type.kind() == AttributeType.Kind.NUMBER && text.indexOf('.') < 0;
                attributes.put(type, AttributeValue.of(type.kind(), decimalComma ? text.replace(',', '.') : text));
            });
        } catch (NoSuchElementException | IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
        return Optional.of(attributes);
    }

    private static ImportLine refused(Reason reason) {
        return new ImportLine(Optional.empty(), null, Set.of(), null, Map.of(), false, reason);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
