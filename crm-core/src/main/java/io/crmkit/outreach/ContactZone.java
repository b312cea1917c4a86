package io.crmkit.outreach;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.tenant.TenantSettings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which time it is where a contact is, as far as that is known. */
final class ContactZone {
    /**
     * By the longest beginning of the number. Countries of several zones are listed where the area code tells which, or
     * else by the zone most of their people live in.
     */
    private static final Map<String, ZoneId> BY_PREFIX = new TreeMap<>();

    private static final int LONGEST = 4;

    static {
        zone("America/Argentina/Buenos_Aires", "54");
        zone("America/Sao_Paulo", "55");
        zone("America/Manaus", "5592", "5597", "5595", "5569");
        zone("America/Cuiaba", "5565", "5566", "5567");
        zone("America/Rio_Branco", "5568");
        zone("America/Montevideo", "598");
        zone("America/Asuncion", "595");
        zone("America/Santiago", "56");
        zone("America/La_Paz", "591");
        zone("America/Lima", "51");
        zone("America/Guayaquil", "593");
        zone("America/Bogota", "57");
        zone("America/Caracas", "58");
        zone("America/Panama", "507");
        zone("America/Costa_Rica", "506");
        zone("America/Guatemala", "502");
        zone("America/El_Salvador", "503");
        zone("America/Tegucigalpa", "504");
        zone("America/Managua", "505");
        zone("America/Mexico_City", "52");
        zone("Europe/Madrid", "34");
        zone("Europe/Lisbon", "351");
        zone("Europe/Rome", "39");
        zone("Europe/Paris", "33");
        zone("Europe/Berlin", "49");
        zone("Europe/London", "44");
    }

    private ContactZone() {}

    private static void zone(String name, String... prefixes) {
        for (String prefix : prefixes) {
            BY_PREFIX.put(prefix, ZoneId.of(name));
        }
    }

    static ZoneId of(UnitOfWork work, ContactId contact, Identifier to, TenantSettings settings) {
        return named(work, contact, settings.outreach().zoneAttribute())
                .or(() -> byNumber(to))
                .orElse(settings.zone());
    }

    private static Optional<ZoneId> named(UnitOfWork work, ContactId contact, @Nullable String attribute) {
        if (attribute == null) {
            return Optional.empty();
        }
        AttributeValue value = work.additions().attributes(contact).get(attribute);
        try {
            return value == null ? Optional.empty() : Optional.of(ZoneId.of(value.canonical()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> byNumber(Identifier to) {
        if (!to.scheme().equals(Scheme.PHONE)) {
            return Optional.empty();
        }
        String digits = to.value().startsWith("+") ? to.value().substring(1) : to.value();
        for (int length = Math.min(LONGEST, digits.length()); length > 1; length--) {
            ZoneId zone = BY_PREFIX.get(digits.substring(0, length));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }
}
