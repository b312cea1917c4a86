package io.crmkit.rights;

import io.crmkit.consent.Consent;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one actor does for the people behind contacts. Thread-safe.
 *
 * @since 0.1
 */
public final class Rights {
    private static final int LONGEST_PAGE = 1_000;

    private final Actor actor;
    private final Access access;
    private final Erasing erasing;
    private final Consenting consenting;
    private final Restricting restricting;
    private final Retaining retaining;

    public Rights(
            Actor actor,
            Access access,
            Erasing erasing,
            Consenting consenting,
            Restricting restricting,
            Retaining retaining) {
        this.actor = actor;
        this.access = access;
        this.erasing = erasing;
        this.consenting = consenting;
        this.restricting = restricting;
        this.retaining = retaining;
    }

    /**
     * Erases a contact, every contact it was merged of, and everything about them. When it returns nothing of them can be
     * read on any node; very long histories are removed by then too, whatever dies meanwhile. What is delivered again of
     * the time before is let go by; what the person writes later makes a new contact.
     *
     * <p>In a transaction of the host's it is erased when that commits.
     *
     * @return the certificate, the same one if it was erased before; empty if there is no such contact
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#ERASE}
     */
    public Optional<Erasure> erase(ContactId contact) {
        enter(Action.ERASE_CONTACT, contact);
        return erasing.erase(actor.tenant(), actor.name(), contact);
    }

    /** The certificate of a contact that was erased. */
    public Optional<Erasure> erasure(ContactId contact) {
        enter(Action.VIEW_ERASURE, contact);
        return erasing.find(actor.tenant(), contact);
    }

    /**
     * Records that a person agreed to be sent something, or withdrew it; false if there is no such contact.
     *
     * @param channel such as {@code whatsapp}; {@link io.crmkit.consent.Consent#EVERY_CHANNEL} for all
     * @param textVersion the name and version of the text they agreed to, at most 100 characters
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#MANAGE_CONSENT}
     */
    public boolean consent(
            ContactId contact, Purpose purpose, String channel, boolean granted, @Nullable String textVersion) {
        enter(Action.STATE_CONSENT, contact);
        return consenting.state(actor.tenant(), actor.name(), contact, purpose, channel, granted, textVersion);
    }

    /** Everything a contact agreed to and withdrew, the earliest first, with the evidence. */
    public List<Consent> consents(ContactId contact) {
        enter(Action.VIEW_CONSENT, contact);
        return consenting.of(actor.tenant(), contact);
    }

    /** What held at a time: the last that was said by then. Empty if nothing was. */
    public Optional<Consent> consentAt(ContactId contact, Purpose purpose, String channel, Instant at) {
        return consents(contact).stream()
                .filter(consent ->
                        consent.about(purpose, channel) && !consent.at().isAfter(at))
                .max(Consent.ORDER);
    }

    /** Whether a contact may be sent something now; to be asked right before it is sent. */
    public MaySend maySend(ContactId contact, Purpose purpose, String channel) {
        enter(Action.ASK_TO_SEND, contact);
        return consenting.maySend(actor.tenant(), contact, purpose, channel);
    }

    /**
     * Takes a contact out of use: what comes in is captured and sealed, and nothing of the contact is shown, searched,
     * listed, read by extractors or exported, nor is it written to, until that is lifted.
     *
     * @return false if there is no such contact
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#RESTRICT}
     */
    public boolean restrict(ContactId contact) {
        enter(Action.RESTRICT_CONTACT, contact);
        return restricting.set(actor.tenant(), contact, true);
    }

    /** Lets a contact that was restricted be used again; false if there is no such contact. */
    public boolean liftRestriction(ContactId contact) {
        enter(Action.LIFT_RESTRICTION, contact);
        return restricting.set(actor.tenant(), contact, false);
    }

    /**
     * Contacts that are restricted, in the order of their ids.
     *
     * @param after the last of the page before; null for the first
     * @param limit 1 to 1,000
     */
    public List<ContactId> restricted(@Nullable ContactId after, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_RESTRICTED);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE);
        }
        List<ContactId> restricted = restricting.page(actor.tenant(), after, limit);
        entrance.record(trace -> trace.of(restricted));
        return restricted;
    }

    /**
     * Removes what is older than a tenant keeps it. To be called now and then, such as once a day; broken off, the next
     * call goes on.
     *
     * @param dryRun whether to say only what would go
     * @return how many of each kind were older
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#APPLY_RETENTION}
     */
    public Map<Retention.Kind, Long> retain(Retention retention, boolean dryRun) {
        access.enter(actor, Action.RETAIN).record(trace -> trace);
        return retaining.run(actor.tenant(), actor.name(), retention, dryRun);
    }

    /** Lets the actor in, and records whom it is about, whether or not there is such a contact. */
    private void enter(Action action, ContactId contact) {
        access.enter(actor, action, contact).read((work, trace) -> {
            boolean known = work.contacts().find(contact).isPresent()
                    || work.erasures().of(contact).isPresent()
                    || !work.restrictions().among(Set.of(contact)).isEmpty();
            return known ? trace.of(contact) : trace.missed(contact);
        });
    }
}
