package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads webhook bodies into events and finds out whose they are. */
record Reading(WhatsAppAccounts accounts) {

    /** The events of each tenant, in their order; what is nobody's is {@link TenantId#UNROUTED}'s. */
    Map<TenantId, List<InboundEvent>> of(JsonNode body) {
        Map<TenantId, List<InboundEvent>> events = new LinkedHashMap<>();
        Envelope envelope = Envelope.open(body);
        for (Change change : envelope.changes()) {
            Optional<Line> line = line(change);
            List<InboundEvent> read = line.map(known -> new ChangeReader(change, known).read())
                    .orElseGet(() -> List.of(change.aside(whyUnrouted(change))));
            TenantId tenant = line.map(Line::tenant).orElse(TenantId.UNROUTED);
            events.computeIfAbsent(tenant, t -> new ArrayList<>()).addAll(read);
        }
        if (!envelope.malformed().isEmpty()) {
            events.computeIfAbsent(TenantId.UNROUTED, t -> new ArrayList<>()).addAll(envelope.malformed());
        }
        return events;
    }

    private Optional<Line> line(Change change) {
        String id = change.phoneNumberId();
        return id == null ? Optional.empty() : accounts.find(id).map(account -> line(change, id, account));
    }

    private static Line line(Change change, String phoneNumberId, WhatsAppAccount account) {
        String number = Fields.text(change.value().path("metadata"), "display_phone_number");
        return new Line(
                account.tenant(),
                new ChannelAccount(Line.CHANNEL, phoneNumberId),
                scope(account.portfolio(), change.businessAccount(), phoneNumberId),
                number == null || !Text.isPhone(number) ? null : Text.digits(number));
    }

    private static String scope(@Nullable String portfolio, @Nullable String businessAccount, String phoneNumberId) {
        if (portfolio != null) {
            return portfolio;
        }
        return businessAccount != null ? businessAccount : phoneNumberId;
    }

    private static String whyUnrouted(Change change) {
        if (change.phoneNumberId() != null) {
            return "Its phone number id belongs to no tenant.";
        }
        String field = change.field();
        return field.isEmpty()
                ? "It names no phone number id."
                : "A change of " + field + " that names no phone number id.";
    }
}
