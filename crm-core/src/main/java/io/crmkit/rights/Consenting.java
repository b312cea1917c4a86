package io.crmkit.rights;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Overtaken;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.MaySend.Reason;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what people agree to, and asks it before something is sent. Thread-safe. */
public record Consenting(Storage storage, CaptureRules rules) {

    /** Adds to a contact's ledger what somebody says; false if there is no such contact. */
    boolean state(
            TenantId tenant,
            String by,
            ContactId contact,
            Purpose purpose,
            String channel,
            boolean granted,
            @Nullable String textVersion) {
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Evidence evidence = new Evidence(Evidence.Kind.STATED, null, by, textVersion);
        Consent consent = new Consent(rules.ids().next(), purpose, channel, granted, now, now, evidence);
        return within(tenant, work -> {
            Optional<ContactId> reached = work.additions().hold(contact);
            reached.ifPresent(id -> work.consents().add(id, consent));
            return reached.isPresent();
        });
    }

    /** A contact's ledger, the earliest first. */
    List<Consent> of(TenantId tenant, ContactId contact) {
        return within(
                tenant,
                work -> work.contacts()
                        .find(contact)
                        .map(found -> work.consents().of(found.id()))
                        .orElse(List.of()));
    }

    MaySend maySend(TenantId tenant, ContactId contact, Purpose purpose, String channel) {
        return within(
                tenant,
                work -> work.restrictions().among(Set.of(contact)).isEmpty()
                        ? maySend(work, contact, purpose, channel)
                        : new MaySend.Refused(Reason.RESTRICTED));
    }

    private static MaySend maySend(UnitOfWork work, ContactId contact, Purpose purpose, String channel) {
        return work.contacts()
                .find(contact)
                .map(found -> refusal(work, found, purpose, channel))
                .orElse(Optional.of(Reason.UNKNOWN_CONTACT))
                .<MaySend>map(MaySend.Refused::new)
                .orElse(new MaySend.Allowed());
    }

    /** What speaks against sending something to a contact that is not restricted; empty if nothing does. */
    public static Optional<Reason> refusal(UnitOfWork work, ContactSummary contact, Purpose purpose, String channel) {
        if (contact.contact().status() == ContactStatus.BLOCKED) {
            return Optional.of(Reason.BLOCKED);
        }
        if (purpose == Purpose.ANSWER) {
            return Optional.empty();
        }
        Optional<Consent> last = work.consents().of(contact.id()).stream()
                .filter(consent -> consent.about(purpose, channel))
                .max(Consent.ORDER);
        if (last.isPresent() && !last.get().granted() || work.consents().suppressed(contact.id(), purpose, channel)) {
            return Optional.of(Reason.SUPPRESSED);
        }
        return last.isEmpty() && purpose == Purpose.MARKETING ? Optional.of(Reason.NO_CONSENT) : Optional.empty();
    }

    private <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return Overtaken.begunAgain(tenant, () -> storage.within(tenant, work));
    }
}
