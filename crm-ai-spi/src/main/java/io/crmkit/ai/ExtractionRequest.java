package io.crmkit.ai;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One window of one conversation, to be read, with what is known already.
 *
 * @param tenantId whose conversation it is; an opaque id
 * @param contactId whose profile the facts are for; an opaque id
 * @param conversationId an opaque id
 * @param window in time order: some context first, then at least one new message
 * @param known facts at hand, so that they are corroborated or replaced rather than repeated
 * @param business what the business offers and who works there
 * @param localeHint the tenant's language; customers may write another
 * @param zone the zone in which dates are read
 * @param wanted the types of fact asked for; others are left out
 * @param limits how much may be spent and returned
 * @since 0.1
 */
public record ExtractionRequest(
        String tenantId,
        String contactId,
        String conversationId,
        List<WindowMessage> window,
        List<KnownFact> known,
        BusinessContext business,
        Locale localeHint,
        ZoneId zone,
        Set<FactType> wanted,
        ExtractionBudget limits) {
    public ExtractionRequest {
        Checks.notBlank(tenantId, "tenantId");
        Checks.notBlank(contactId, "contactId");
        Checks.notBlank(conversationId, "conversationId");
        window = List.copyOf(window);
        known = List.copyOf(known);
        wanted = Set.copyOf(wanted);
        if (window.stream().noneMatch(message -> message.role() == WindowRole.NEW)) {
            throw new IllegalArgumentException("window must hold a new message");
        }
        if (window.stream().map(WindowMessage::id).distinct().count() < window.size()) {
            throw new IllegalArgumentException("window must hold each message once");
        }
        if (known.stream().map(KnownFact::ref).distinct().count() < known.size()) {
            throw new IllegalArgumentException("known must give each fact a ref of its own");
        }
    }
}
