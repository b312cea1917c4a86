package io.crmkit.testkit.storage;

import static io.crmkit.consent.Purpose.MARKETING;
import static io.crmkit.consent.Purpose.REMINDER;
import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.consent.Consent;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.MaySend.Reason;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What somebody agrees to or not is theirs: it does not go with a number to whoever has it next. */
@Requirement("PRV-8")
abstract class RecycledNumberRules extends StorageRules {
    private static final String WHATSAPP = "whatsapp";
    private static final MaySend ALLOWED = new MaySend.Allowed();
    private static final MaySend SUPPRESSED = new MaySend.Refused(Reason.SUPPRESSED);

    RecycledNumberRules(StorageUnderTest under) {
        super(under);
    }

    /** Carla opted out and changed her number; Diego has the old one since. */
    private CrmSession changedHands() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", Party.of(ANA).named("Carla"), MONDAY, "STOP"),
                stated(Party.of(BRUNO).formerly(ANA), minute(40)),
                said("m2", Party.of(ANA).named("Diego"), minute(60), "soy Diego"),
                said("m3", BRUNO, minute(70)));
        clock.advance(Duration.ofHours(2));
        return clinic;
    }

    private static MaySend may(CrmSession clinic, ContactId contact, Purpose purpose) {
        return clinic.privacy().maySend(contact, purpose, WHATSAPP);
    }

    @Test
    void anOptOutStaysWithWhoSaidItAndNotWithTheNumber() {
        CrmSession clinic = changedHands();
        ContactId carla = holder(clinic, BRUNO);
        ContactId diego = holder(clinic, ANA);
        assertThat(carla).isNotEqualTo(diego);
        assertThat(may(clinic, diego, REMINDER)).isEqualTo(ALLOWED);
        assertThat(may(clinic, diego, MARKETING)).isEqualTo(new MaySend.Refused(Reason.NO_CONSENT));
        assertThat(may(clinic, carla, REMINDER)).isEqualTo(SUPPRESSED);
        assertThat(may(clinic, carla, MARKETING)).isEqualTo(SUPPRESSED);
    }

    @Test
    void whatTheNextHolderAgreesToOrNotIsNothingToTheFormer() {
        CrmSession clinic = changedHands();
        ContactId carla = holder(clinic, BRUNO);
        ContactId diego = holder(clinic, ANA);
        clinic.privacy().consent(diego, MARKETING, WHATSAPP, true, null);
        assertThat(may(clinic, diego, MARKETING)).isEqualTo(ALLOWED);
        assertThat(may(clinic, carla, MARKETING)).isEqualTo(SUPPRESSED);

        clinic.privacy().consent(carla, MARKETING, WHATSAPP, true, null);
        clinic.privacy().consent(carla, REMINDER, WHATSAPP, true, null);
        clock.advance(Duration.ofMinutes(1));
        clinic.capture(said("m4", Party.of(ANA), clock.instant(), "BAJA"));
        assertThat(may(clinic, diego, MARKETING)).isEqualTo(SUPPRESSED);
        assertThat(may(clinic, diego, REMINDER)).isEqualTo(SUPPRESSED);
        clinic.privacy().consent(carla, REMINDER, Consent.EVERY_CHANNEL, true, null);
        assertThat(may(clinic, carla, REMINDER)).isEqualTo(ALLOWED);
    }

    @Test
    void erasingTheFormerHolderTakesNoConsentFromTheNext() {
        CrmSession clinic = changedHands();
        ContactId carla = holder(clinic, BRUNO);
        ContactId diego = holder(clinic, ANA);
        clinic.privacy().consent(diego, MARKETING, WHATSAPP, true, null);
        clinic.privacy().erase(carla);
        assertThat(may(clinic, diego, MARKETING)).isEqualTo(ALLOWED);
        assertThat(may(clinic, diego, REMINDER)).isEqualTo(ALLOWED);
        clock.advance(Duration.ofMinutes(1));
        clinic.capture(said("m5", BRUNO, clock.instant()));
        assertThat(may(clinic, holder(clinic, BRUNO), REMINDER)).isEqualTo(SUPPRESSED);
    }

    @Test
    void whereNothingTellsThatANumberChangedHandsTheOptOutHolds() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Carla"), MONDAY, "STOP"));
        clinic.privacy().erase(holder(clinic, ANA));
        clock.advance(Duration.ofHours(1));
        clinic.capture(said("m2", Party.of(ANA).named("Diego"), clock.instant(), "soy Diego"));
        assertThat(may(clinic, holder(clinic, ANA), REMINDER)).isEqualTo(SUPPRESSED);
    }
}
