package io.crmkit.clinic;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Deal;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Transfer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the host's own systems tell, as a file: its scheduler, its till. */
record HostFile(JsonNode file) {
    private static final Set<String> KINDS = Set.of("appointment", "payment", "event");

    static Optional<HostFile> of(JsonNode file) {
        return file.isObject() && KINDS.contains(file.path("kind").stringValue(""))
                ? Optional.of(new HostFile(file))
                : Optional.empty();
    }

    /** What it tells, of somebody of this line of the business. */
    InboundEvent event(Function<String, Line> lines) throws Incomplete {
        JsonNode contact = file.path("contact");
        String scheme = text(contact, "scheme", "A contact");
        String value = text(contact, "value", "A contact");
        Line line = lines.apply(value);
        Party party = Party.of(identifier(scheme, value, line));
        String kind = file.path("kind").stringValue("");
        if (kind.equals("event")) {
            return happening(party, new ChannelAccount("whatsapp", line.phoneNumberId()));
        }
        boolean appointment = kind.equals("appointment");
        ChannelAccount account = new ChannelAccount(appointment ? "scheduler" : "till", "host");
        ProviderRef ref = new ProviderRef(account, text(file, "id", "A file of this kind"));
        return new DealingEvent(ref, party, appointment ? booking() : transfer(), time("at"));
    }

    private InboundEvent happening(Party party, ChannelAccount account) throws Incomplete {
        String type = text(file, "type", "An event");
        EventKind kind = type.equals("bot_handoff")
                ? EventKind.HANDED_TO_AGENT
                : type.equals("escalation") ? EventKind.ESCALATED : word(EventKind.class, "type");
        BigDecimal score = file.hasNonNull("score") ? number("score") : null;
        ProviderRef ref = new ProviderRef(account, text(file, "id", "An event"));
        return new HappeningEvent(ref, party, kind, time("at"), Content.of(type, optional("text"), null), score);
    }

    private static Identifier identifier(String scheme, String value, Line line) {
        return switch (scheme) {
            case "phone" -> Identifier.phone(value);
            case "email" -> Identifier.email(value);
            case "whatsapp_user_id" -> Identifier.whatsAppUser(line.businessAccount(), value);
            default -> new Identifier(new Scheme(scheme), "", value);
        };
    }

    private Deal booking() throws Incomplete {
        ZoneId zone = zone();
        return new Booking(
                word(AppointmentStatus.class, "status"),
                start(zone),
                zone,
                optional("service"),
                optional("staff"),
                file.hasNonNull("price") ? money("price") : null,
                optional("source"),
                file.hasNonNull("by") ? word(Author.class, "by") : null);
    }

    private Deal transfer() throws Incomplete {
        return new Transfer(word(Transfer.Kind.class, "type"), money("amount"), optional("for"), optional("source"));
    }

    private @Nullable ZoneId zone() throws Incomplete {
        String zone = optional("zone");
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new Incomplete("There is no such zone.");
        }
    }

    /** A time that names no offset is one of the zone. */
    private @Nullable Instant start(@Nullable ZoneId zone) throws Incomplete {
        String start = optional("start");
        if (start == null) {
            return null;
        }
        try {
            return zone == null
                    ? time("start")
                    : LocalDateTime.parse(start).atZone(zone).toInstant();
        } catch (DateTimeException withOffset) {
            return time("start");
        }
    }

    private Money money(String name) throws Incomplete {
        String currency = optional("currency");
        return new Money(number(name), currency == null ? "ARS" : currency);
    }

    private BigDecimal number(String name) throws Incomplete {
        JsonNode field = file.path(name);
        try {
            return field.isNumber() ? field.decimalValue() : new BigDecimal(text(file, name, "A file of this kind"));
        } catch (NumberFormatException notANumber) {
            throw new Incomplete("\"" + name + "\" is no number.");
        }
    }

    private Instant time(String name) throws Incomplete {
        try {
            return OffsetDateTime.parse(text(file, name, "A file of this kind")).toInstant();
        } catch (DateTimeException notIso) {
            throw new Incomplete("\"" + name + "\" is written like 2026-03-10T12:40:04Z.");
        }
    }

    private <E extends Enum<E>> E word(Class<E> type, String name) throws Incomplete {
        try {
            return Enum.valueOf(type, text(file, name, "A file of this kind").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Incomplete("\"" + name + "\" is none of those there are.");
        }
    }

    private @Nullable String optional(String name) {
        JsonNode field = file.path(name);
        String text = field.isNumber() ? field.asString() : field.stringValue("");
        return text.isBlank() ? null : text.strip();
    }

    private static String text(JsonNode object, String name, String what) throws Incomplete {
        JsonNode field = object.path(name);
        String text = field.isNumber() ? field.asString() : field.stringValue("");
        if (text.isBlank()) {
            throw new Incomplete(what + " has a field \"" + name + "\".");
        }
        return text.strip();
    }
}
