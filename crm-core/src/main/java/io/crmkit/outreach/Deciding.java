package io.crmkit.outreach;

import io.crmkit.UnitOfWork;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.Beat;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.outreach.Objection.Reason;
import io.crmkit.rights.Consenting;
import io.crmkit.tenant.OutreachLimits;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether something may be sent, with everything that speaks against it. Within one unit of work. */
final class Deciding {
    /** So many messages back it is looked by which account a contact was spoken with. */
    private static final int LOOK_BACK = 20;

    private final UnitOfWork work;
    private final TenantId tenant;
    private final TenantSettings settings;
    private final Map<String, Messenger> messengers;
    private final Instant now;
    private final List<Objection> objections = new ArrayList<>();

    Deciding(
            UnitOfWork work, TenantId tenant, TenantSettings settings, Map<String, Messenger> messengers, Instant now) {
        this.work = work;
        this.tenant = tenant;
        this.settings = settings;
        this.messengers = messengers;
        this.now = now;
    }

    /** What was decided, and the provider's id of the message it is about. */
    record Decided(Decision decision, @Nullable String about) {}

    /** @param mine how many of the messages asked for are this one */
    Decided decide(ContactId asked, Draft draft, int mine) {
        if (!work.restrictions().among(Set.of(asked)).isEmpty()) {
            return new Decided(Decision.against(Reason.RESTRICTED), null);
        }
        Optional<ContactSummary> found = work.contacts().find(asked);
        if (found.isEmpty()) {
            boolean erased = work.erasures().of(asked).isPresent();
            return new Decided(Decision.against(erased ? Reason.ERASED : Reason.UNKNOWN_CONTACT), null);
        }
        ContactSummary contact = found.get();
        ChannelAccount from = draft.from() != null ? draft.from() : account(contact.id());
        Messenger messenger = from == null ? null : messengers.get(from.channel());
        String channel = from == null ? "" : from.channel();
        Consenting.refusal(work, contact, draft.purpose(), channel)
                .map(Deciding::reason)
                .ifPresent(this::object);
        if (from == null || messenger == null) {
            object(Reason.NO_MESSENGER);
            return new Decided(new Decision(objections, from, null, null), null);
        }
        Identifier to = address(contact, messenger);
        if (to == null) {
            object(Reason.NO_ADDRESS);
        }
        Instant openUntil = window(contact.id(), from, messenger, draft.message());
        String about = about(contact.id(), from, draft.message());
        limits(contact.id(), to, draft.purpose(), mine);
        return new Decided(new Decision(objections, from, to, openUntil), about);
    }

    private void object(Reason reason) {
        objections.add(new Objection(reason));
    }

    private static Reason reason(MaySend.Reason refusal) {
        return switch (refusal) {
            case UNKNOWN_CONTACT -> Reason.UNKNOWN_CONTACT;
            case BLOCKED -> Reason.BLOCKED;
            case RESTRICTED -> Reason.RESTRICTED;
            case SUPPRESSED -> Reason.SUPPRESSED;
            case NO_CONSENT -> Reason.NO_CONSENT;
        };
    }

    /** The one the contact was last spoken with on, of those that can send. */
    private @Nullable ChannelAccount account(ContactId contact) {
        return work.timelines().beats(contact, LOOK_BACK).stream()
                .map(Beat::account)
                .filter(account -> messengers.containsKey(account.channel()))
                .findFirst()
                .or(() -> messengers.values().stream()
                        .flatMap(messenger -> messenger.account(tenant).stream())
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable Identifier address(ContactSummary contact, Messenger messenger) {
        for (Scheme scheme : messenger.reaches()) {
            for (Identifier identifier : contact.contact().identifiers()) {
                if (identifier.scheme().equals(scheme)) {
                    return identifier;
                }
            }
        }
        return null;
    }

    /** Until when anything may be said; null if the window is closed. */
    private @Nullable Instant window(ContactId contact, ChannelAccount from, Messenger messenger, Outgoing message) {
        if (messenger.window().isEmpty()) {
            return Instant.MAX;
        }
        Instant since = now.minus(messenger.window().get());
        Instant heard = work.timelines().heard(contact, from, since).orElse(null);
        // By the provider's time: at the very end it is closed already.
        if (heard != null && heard.isAfter(since)) {
            return heard.plus(messenger.window().get());
        }
        if (!message.approved()) {
            object(Reason.WINDOW_CLOSED);
        }
        return null;
    }

    private @Nullable String about(ContactId contact, ChannelAccount from, Outgoing message) {
        Optional<InteractionId> about = message.about();
        if (about.isEmpty()) {
            return null;
        }
        Optional<String> id = work.timelines().find(List.of(about.get())).stream()
                .filter(Message.class::isInstance)
                .map(Interaction::occurrence)
                .filter(said ->
                        said.contact().equals(contact) && said.ref().account().equals(from))
                .map(said -> said.ref().id())
                .findFirst();
        if (id.isEmpty()) {
            object(Reason.NO_SUCH_MESSAGE);
        }
        return id.orElse(null);
    }

    private void limits(ContactId contact, @Nullable Identifier to, Purpose purpose, int mine) {
        OutreachLimits limits = settings.outreach();
        if (purpose == Purpose.MARKETING) {
            int most = limits.most() + mine;
            List<Instant> sent = work.sendings().asked(contact, purpose, now.minus(limits.within()), most);
            if (sent.size() >= most) {
                objections.add(new Objection(
                        Reason.TOO_OFTEN, sent.get(limits.most() - 1).plus(limits.within())));
            }
        }
        if (to != null && purpose != Purpose.ANSWER) {
            limits.quietUntil(purpose, now, ContactZone.of(work, contact, to, settings))
                    .ifPresent(end -> objections.add(new Objection(Reason.QUIET_HOURS, end)));
        }
    }
}
