package io.crmkit.rights;

import io.crmkit.UnitOfWork;
import io.crmkit.capture.Overtaken;
import io.crmkit.consent.Consent;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Permission;
import io.crmkit.privacy.Trace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private final InstantSource clock;
    private final Erasing erasing;
    private final Consenting consenting;
    private final Retaining retaining;

    public Rights(
            Actor actor,
            Access access,
            InstantSource clock,
            Erasing erasing,
            Consenting consenting,
            Retaining retaining) {
        this.actor = actor;
        this.access = access;
        this.clock = clock;
        this.erasing = erasing;
        this.consenting = consenting;
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
        Entrance entrance = access.enter(actor, Action.ERASE_CONTACT, contact);
        return erasing.erase(
                actor.tenant(),
                actor.name(),
                contact,
                shredding -> entrance.change((work, trace) -> {
                    Optional<Erasure> begun = shredding.apply(work);
                    tell(trace, begun.isPresent(), contact);
                    return begun;
                }));
    }

    /** The certificate of a contact that was erased. */
    public Optional<Erasure> erasure(ContactId contact) {
        return access.enter(actor, Action.VIEW_ERASURE, contact).read((work, trace) -> {
            Optional<Erasure> found = work.erasures().of(contact);
            tell(trace, found.isPresent() || known(work, contact), contact);
            return found;
        });
    }

    /**
     * What a person is told who asks what is known of them; also while they are restricted. All of it is in memory.
     *
     * @return empty if there is no such contact
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#HANDLE_REQUESTS}
     */
    public Optional<Disclosure> access(ContactId contact) {
        return access.enter(actor, Action.DISCLOSE, contact).read((work, trace) -> {
            Optional<Disclosure> found = new Disclosing(work, clock.instant()).of(contact);
            tell(trace, found.isPresent(), contact);
            return found;
        });
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
        return change(
                Action.STATE_CONSENT,
                contact,
                work -> consenting.state(work, actor.name(), contact, purpose, channel, granted, textVersion));
    }

    /** Everything a contact agreed to and withdrew, the earliest first, with the evidence. */
    public List<Consent> consents(ContactId contact) {
        return access.enter(actor, Action.VIEW_CONSENT, contact).read((work, trace) -> {
            tell(trace, known(work, contact), contact);
            return Consenting.of(work, contact);
        });
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
        return access.enter(actor, Action.ASK_TO_SEND, contact).read((work, trace) -> {
            MaySend answer = Consenting.maySend(work, contact, purpose, channel);
            tell(trace, !answer.equals(new MaySend.Refused(MaySend.Reason.UNKNOWN_CONTACT)), contact);
            return answer;
        });
    }

    /**
     * Takes a contact out of use: what comes in is captured and sealed, and nothing of the contact is shown, searched,
     * listed, read by extractors or exported, nor is it written to, until that is lifted.
     *
     * @return false if there is no such contact
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#RESTRICT}
     */
    public boolean restrict(ContactId contact) {
        return change(
                Action.RESTRICT_CONTACT, contact, work -> work.restrictions().set(contact, true));
    }

    /** Lets a contact that was restricted be used again; false if there is no such contact. */
    public boolean liftRestriction(ContactId contact) {
        return change(
                Action.LIFT_RESTRICTION, contact, work -> work.restrictions().set(contact, false));
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
        return entrance.read((work, trace) -> {
            List<ContactId> restricted = work.restrictions().page(after, limit);
            trace.of(restricted);
            return restricted;
        });
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

    private boolean change(Action action, ContactId contact, Predicate<UnitOfWork> change) {
        Entrance entrance = access.enter(actor, action, contact);
        return Overtaken.begunAgain(
                actor.tenant(),
                () -> entrance.change((work, trace) -> {
                    boolean changed = change.test(work);
                    tell(trace, changed, contact);
                    return changed;
                }));
    }

    private static boolean known(UnitOfWork work, ContactId contact) {
        return work.contacts().find(contact).isPresent()
                || !work.restrictions().among(Set.of(contact)).isEmpty();
    }

    private static void tell(Trace trace, boolean known, ContactId contact) {
        if (known) {
            trace.of(contact);
        } else {
            trace.missed(contact);
        }
    }
}
