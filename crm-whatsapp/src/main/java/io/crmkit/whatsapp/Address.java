package io.crmkit.whatsapp;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The ids by which WhatsApp names one person, each as it wrote it; none is mandatory. What cannot be an id is none. */
record Address(
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentId) {
    static final Address NOBODY = new Address(null, null, null);

    static final int LONGEST_ID = 256;

    /** Reads it from fields; of several names for the parent's id the first that holds one counts. */
    static Address read(JsonNode node, String phone, String userId, String... parentId) {
        return new Address(
                phone(node, phone), Fields.id(node, LONGEST_ID, userId), Fields.id(node, LONGEST_ID, parentId));
    }

    static Address sender(JsonNode message) {
        return read(message, "from", "from_user_id", "from_parent_user_id");
    }

    /** The first of these fields that holds a phone number. */
    static @Nullable String phone(JsonNode node, String... names) {
        for (String name : names) {
            String text = Fields.text(node, name);
            if (text != null && Text.isPhone(text.strip())) {
                return text.strip();
            }
        }
        return null;
    }

    boolean isNobody() {
        return phone == null && userId == null && parentId == null;
    }

    /** What tells this address from others; empty if it is nobody's. */
    String key() {
        Address bare = userId != null ? new Address(null, userId, null) : this;
        return String.join(
                " ", bare.identifiers("").stream().map(Identifier::value).toList());
    }

    Address withoutIds() {
        return new Address(phone, null, null);
    }

    Address withPhone(@Nullable String other) {
        return new Address(other, userId, parentId);
    }

    /** What is missing here taken from the other. */
    Address or(Address other) {
        return new Address(
                phone != null ? phone : other.phone,
                userId != null ? userId : other.userId,
                parentId != null ? parentId : other.parentId);
    }

    /** This without what the other has too. */
    Address without(Address other) {
        return new Address(
                Objects.equals(phone, other.phone) ? null : phone,
                Objects.equals(userId, other.userId) ? null : userId,
                Objects.equals(parentId, other.parentId) ? null : parentId);
    }

    /** Whether both are the same person's for sure. */
    boolean names(Address other) {
        return userId != null && userId.equals(other.userId)
                || parentId != null && parentId.equals(other.parentId)
                || phone != null && other.phone != null && People.sameNumber(phone, other.phone);
    }

    /** Whether they differ in an id that both have. */
    boolean contradicts(Address other) {
        return userId != null && other.userId != null && !userId.equals(other.userId)
                || phone != null && other.phone != null && !People.sameNumber(phone, other.phone);
    }

    /** The phone first: an answer goes to it. */
    List<Identifier> identifiers(String scope) {
        List<Identifier> identifiers = new ArrayList<>();
        if (phone != null) {
            identifiers.add(Identifier.phone(phone));
        }
        if (userId != null) {
            identifiers.add(Identifier.whatsAppUser(scope, userId));
        }
        if (parentId != null) {
            identifiers.add(new Identifier(Scheme.WHATSAPP_PARENT_USER_ID, scope, parentId));
        }
        return identifiers;
    }

    /** Without the ids, which are personal. */
    @Override
    public String toString() {
        return "Address";
    }
}
