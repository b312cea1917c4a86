package io.crmkit.clinic;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.Author;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/**
 * Something the business sent, as a file tells it: {@code {"kind":"sent","by","to","providerId","at","text"}}.
 *
 * @param to a phone number, or a business-scoped user id such as {@code AR.1000555501030001}
 */
record SentMessage(Author by, String to, String providerId, Instant at, String text) {
    static boolean is(JsonNode file) {
        return file.isObject() && file.path("kind").stringValue("").equals("sent");
    }

    static SentMessage of(JsonNode file) throws Incomplete {
        Author by = switch (field(file, "by")) {
            case "bot" -> Author.BOT;
            case "agent" -> Author.AGENT;
            default -> throw new Incomplete("A sent message is by \"bot\" or \"agent\".");
        };
        JsonNode text = file.path("text");
        if (!text.isString()) {
            throw new Incomplete("A sent message has a text.");
        }
        return new SentMessage(
                by, field(file, "to"), field(file, "providerId"), time(field(file, "at")), text.stringValue());
    }

    private static String field(JsonNode file, String name) throws Incomplete {
        JsonNode field = file.path(name);
        String text = field.isIntegralNumber() ? field.asString() : field.stringValue("");
        if (text.isBlank()) {
            throw new Incomplete("A sent message has a field \"" + name + "\".");
        }
        return text.strip();
    }

    private static Instant time(String at) throws Incomplete {
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException notIso) {
            throw new Incomplete("The time of a sent message is written like 2026-03-10T12:40:04Z.");
        }
    }

    /** Whom it went to, if the user id is one of this business account. */
    Party party(String businessAccount) {
        if (!userId()) {
            return Party.of(Identifier.phone(to));
        }
        return Party.of(
                to.startsWith("ENT.", 3)
                        ? new Identifier(Scheme.WHATSAPP_PARENT_USER_ID, businessAccount, to)
                        : Identifier.whatsAppUser(businessAccount, to));
    }

    /** Two capital letters, a dot and more: a phone number has none of these. */
    private boolean userId() {
        return to.length() > 3 && upper(to.charAt(0)) && upper(to.charAt(1)) && to.charAt(2) == '.';
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
