package io.crmkit.outreach;

import io.crmkit.UnitOfWork;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Objection.Reason;
import io.crmkit.tenant.OutreachLimits;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Foresees what would speak against sending a campaign to many contacts: a handful of statements, however many they are.
 * What is sent is decided again for each.
 */
final class Planning {
    private final UnitOfWork work;
    private final TenantSettings settings;
    private final Campaign campaign;
    private final Instant now;
    private final @Nullable Messenger messenger;

    Planning(
            UnitOfWork work,
            TenantId tenant,
            TenantSettings settings,
            Campaign campaign,
            Collection<Messenger> messengers,
            Instant now) {
        this.work = work;
        this.settings = settings;
        this.campaign = campaign;
        this.now = now;
        ChannelAccount from = campaign.from();
        this.messenger = messengers.stream()
                .filter(each -> from == null
                        ? each.account(tenant).isPresent()
                        : each.channel().equals(from.channel()))
                .findFirst()
                .orElse(null);
    }

    /** The first objection to each; of whom there is none, nothing. */
    Map<ContactId, Reason> objections(List<ContactSummary> contacts) {
        List<ContactId> ids = contacts.stream().map(ContactSummary::id).toList();
        Purpose purpose = campaign.purpose();
        OutreachLimits limits = settings.outreach();
        Map<ContactId, MaySend.Reason> refused = messenger == null || purpose == Purpose.ANSWER
                ? Map.of()
                : work.consents().refusals(ids, purpose, messenger.channel());
        Map<ContactId, Integer> often = purpose == Purpose.MARKETING
                ? work.sendings().askedOften(ids, purpose, now.minus(limits.within()))
                : Map.of();
        boolean attributes = campaign.readsAttributes() || limits.zoneAttribute() != null;
        Map<ContactId, Map<String, AttributeValue>> values =
                attributes ? work.dossiers().attributes(ids) : Map.of();
        Map<ContactId, Reason> objections = new HashMap<>();
        for (ContactSummary contact : contacts) {
            MaySend.Reason refusal = refused.get(contact.id());
            Map<String, AttributeValue> own = values.getOrDefault(contact.id(), Map.of());
            Optional<Reason> first = contact.contact().status() == ContactStatus.BLOCKED
                    ? Optional.of(Reason.BLOCKED)
                    : refusal != null
                            ? Optional.of(Deciding.reason(refusal))
                            : other(contact, own, often.getOrDefault(contact.id(), 0) >= limits.most());
            first.ifPresent(reason -> objections.put(contact.id(), reason));
        }
        return objections;
    }

    private Optional<Reason> other(ContactSummary contact, Map<String, AttributeValue> own, boolean enough) {
        if (messenger == null) {
            return Optional.of(Reason.NO_MESSENGER);
        }
        Identifier to = Deciding.address(contact, messenger);
        if (to == null) {
            return Optional.of(Reason.NO_ADDRESS);
        } else if (campaign.of(contact.contact(), own).isEmpty()) {
            return Optional.of(Reason.NO_VALUE);
        } else if (enough) {
            return Optional.of(Reason.TOO_OFTEN);
        }
        boolean quiet = campaign.purpose() != Purpose.ANSWER
                && settings.outreach()
                        .quietUntil(campaign.purpose(), now, ContactZone.of(own, to, settings))
                        .isPresent();
        return quiet ? Optional.of(Reason.QUIET_HOURS) : Optional.empty();
    }
}
