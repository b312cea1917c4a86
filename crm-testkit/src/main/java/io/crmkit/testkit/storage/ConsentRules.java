package io.crmkit.testkit.storage;

import static io.crmkit.consent.Purpose.ANSWER;
import static io.crmkit.consent.Purpose.MARKETING;
import static io.crmkit.consent.Purpose.REMINDER;
import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.crmkit.CrmSession;
import io.crmkit.capture.ImportedContact;
import io.crmkit.capture.InboundEvent.ConsentEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.MaySend.Reason;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody is sent what they did not agree to, whatever becomes of the contact. */
@Requirement("PRV-8")
abstract class ConsentRules extends StorageRules {
    private static final String WHATSAPP = "whatsapp";
    /** Sixty characters; what is longer is more than a word. */
    private static final String LONGEST = "BAJA" + "!".repeat(56);

    private static final MaySend ALLOWED = new MaySend.Allowed();
    private static final MaySend SUPPRESSED = new MaySend.Refused(Reason.SUPPRESSED);

    private final StorageUnderTest under;

    ConsentRules(StorageUnderTest under) {
        super(under);
        this.under = under;
    }

    private static MaySend marketing(CrmSession session, ContactId contact) {
        return session.privacy().maySend(contact, MARKETING, WHATSAPP);
    }

    @Test
    void withoutConsentOneIsAnsweredAndRemindedAndNoMore() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        assertThat(clinic.privacy().maySend(ana, ANSWER, WHATSAPP)).isEqualTo(ALLOWED);
        assertThat(clinic.privacy().maySend(ana, REMINDER, WHATSAPP)).isEqualTo(ALLOWED);
        assertThat(marketing(clinic, ana)).isEqualTo(new MaySend.Refused(Reason.NO_CONSENT));
        assertThat(marketing(clinic, new ContactId(new UUID(1, 1))))
                .isEqualTo(new MaySend.Refused(Reason.UNKNOWN_CONTACT));
        assertThat(clinic.privacy().consent(ana, MARKETING, WHATSAPP, true, "terms 3"))
                .isTrue();
        assertThat(marketing(clinic, ana)).isEqualTo(ALLOWED);
        assertThat(clinic.privacy().maySend(ana, MARKETING, "email")).isEqualTo(new MaySend.Refused(Reason.NO_CONSENT));
        clinic.setStatus(ana, ContactStatus.BLOCKED);
        assertThat(clinic.privacy().maySend(ana, ANSWER, WHATSAPP)).isEqualTo(new MaySend.Refused(Reason.BLOCKED));
    }

    @Test
    void aWordThatIsTheWholeMessageOptsOutAndOneInASentenceDoesNot() {
        CrmSession clinic = clinic();
        int number = 0;
        for (String word : List.of(
                "STOP", "Baja.", "parar", "SAIR", "Cancelar", "unsubscribe", "¡BAJA!", "Dar de baja", LONGEST)) {
            Identifier who = Identifier.phone("3460000010" + number++);
            clinic.capture(said("w" + number, Party.of(who), minute(number), word));
            ContactId contact = holder(clinic, who);
            assertThat(marketing(clinic, contact)).as(word).isEqualTo(SUPPRESSED);
            assertThat(clinic.privacy().maySend(contact, REMINDER, WHATSAPP))
                    .as(word)
                    .isEqualTo(SUPPRESSED);
            assertThat(clinic.privacy().maySend(contact, ANSWER, WHATSAPP))
                    .as(word)
                    .isEqualTo(ALLOWED);
        }
        for (String sentence : List.of(
                "¿Está en planta baja?", "quiero cancelar el turno del lunes", "non-stop", "saira", LONGEST + "!")) {
            Identifier who = Identifier.phone("3460000020" + number++);
            clinic.capture(said("s" + number, Party.of(who), minute(number), sentence));
            assertThat(clinic.privacy().consents(holder(clinic, who)))
                    .as(sentence)
                    .isEmpty();
        }
        clinic.capture(MessageEvent.sent(ref("b1"), Party.of(ANA), Author.BOT, MONDAY, Content.text("STOP")));
        assertThat(clinic.privacy().consents(holder(clinic, ANA))).isEmpty();
    }

    @Test
    void theLedgerTellsWhatHeldAtAnyTimeAndHowThatIsKnown() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        clinic.capture(
                said("m2", Party.of(ANA), hour(1), "BAJA"),
                new ConsentEvent(ref("p1"), Party.of(ANA), MARKETING, true, hour(2), Content.text("resumed")));
        clinic.capture(said("m2", Party.of(ANA), hour(1), "BAJA"));
        assertThat(marketing(clinic, ana)).isEqualTo(ALLOWED);
        assertThat(clinic.privacy().maySend(ana, REMINDER, WHATSAPP)).isEqualTo(SUPPRESSED);
        clinic.privacy().consent(ana, MARKETING, Consent.EVERY_CHANNEL, false, null);
        assertThat(marketing(clinic, ana)).isEqualTo(SUPPRESSED);

        List<Consent> ledger = clinic.privacy().consents(ana).stream()
                .filter(consent -> consent.purpose() == MARKETING)
                .toList();
        assertThat(ledger).extracting(Consent::granted).containsExactly(false, true, false);
        assertThat(ledger)
                .extracting(consent -> consent.evidence().kind())
                .containsExactly(Evidence.Kind.MESSAGE, Evidence.Kind.PLATFORM, Evidence.Kind.STATED);
        assertThat(ledger.get(0).evidence().interaction())
                .isEqualTo(message(clinic, "m2").id());
        assertThat(ledger.get(2).evidence().by()).isEqualTo("system");
        assertThat(clinic.privacy().consentAt(ana, MARKETING, WHATSAPP, MONDAY)).isEmpty();
        Map.of(hour(1), false, hour(2), true, clock.instant(), false)
                .forEach((at, granted) -> assertThat(clinic.privacy()
                                .consentAt(ana, MARKETING, WHATSAPP, at)
                                .orElseThrow()
                                .granted())
                        .isEqualTo(granted));
    }

    @Test
    void anOptOutOfEitherSideHoldsAfterAMergeAndAfterItsUndoing() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", Party.of(BRUNO), minute(1), "STOP"));
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        clinic.privacy().consent(ana, MARKETING, WHATSAPP, true, null);
        MergeOutcome.Merged merged = (MergeOutcome.Merged) clinic.merge(ana, bruno);
        assertThat(marketing(clinic, ana)).isEqualTo(SUPPRESSED);
        assertThat(marketing(clinic, bruno)).isEqualTo(SUPPRESSED);
        clinic.undo(merged.merge());
        assertThat(marketing(clinic, ana)).isEqualTo(ALLOWED);
        assertThat(marketing(clinic, bruno)).isEqualTo(SUPPRESSED);
        clinic.merge(ana, bruno);
        clock.advance(Duration.ofHours(1));
        clinic.privacy().consent(ana, MARKETING, WHATSAPP, true, "terms 4");
        assertThat(marketing(clinic, ana)).isEqualTo(ALLOWED);
    }

    @Test
    void whoWasErasedIsSentNothingUnaskedUntilTheyAgree() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        clinic.privacy().consent(holder(clinic, ANA), MARKETING, WHATSAPP, true, null);
        clinic.privacy().erase(holder(clinic, ANA));
        clock.advance(Duration.ofHours(1));
        clinic.capture(said("new", ANA, clock.instant()));
        ContactId ana = holder(clinic, ANA);
        assertThat(clinic.privacy().consents(ana)).isEmpty();
        assertThat(marketing(clinic, ana)).isEqualTo(SUPPRESSED);
        assertThat(clinic.privacy().maySend(ana, ANSWER, WHATSAPP)).isEqualTo(ALLOWED);
        clinic.privacy().consent(ana, MARKETING, WHATSAPP, true, null);
        assertThat(marketing(clinic, ana)).isEqualTo(ALLOWED);
    }

    @Test
    void aListMayBringOptOutsAlong() {
        CrmSession clinic = clinic();
        ImportedContact row =
                new ImportedContact("Ana", "+54 9 11 5000-0001", null, List.of(), Set.of(), null, Map.of(), true);
        clinic.importContacts(List.of(row), false);
        clinic.importContacts(List.of(row), false);
        ContactId ana = onlyContact(clinic).id();
        assertThat(marketing(clinic, ana)).isEqualTo(SUPPRESSED);
        assertThat(clinic.privacy().consents(ana)).hasSize(2);
    }

    @Test
    @Requirement("PRV-2")
    void agentsAndBotsRecordNoConsent() {
        clinic().capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic(), ANA);
        for (Actor actor : List.of(Actor.bot(CLINIC), Actor.person(CLINIC, "user-8", Role.AGENT))) {
            CrmSession session = crm(storage()).as(actor);
            assertThatThrownBy(() -> session.privacy().consent(ana, MARKETING, WHATSAPP, true, null))
                    .isInstanceOf(AccessDenied.class);
            assertThat(marketing(session, ana).allowed()).isFalse();
        }
    }

    @Test
    void whateverHappensAfterAnOptOutTheAnswerIsNeverYes() {
        sequences(0, under.sharesData() ? 50 : 300);
    }

    @Test
    @Tag("long")
    void norInTenThousandSequencesEither() {
        assumeFalse(under.sharesData(), "what decides is the same on databases, and takes long there");
        sequences(1_000_000, 10_000);
    }

    private void sequences(int from, int count) {
        for (int seed = from; seed < from + count; seed++) {
            optOutThenAnything(new Random(seed), seed);
        }
    }

    /** Five moves with a person of their own, who opted out and has a second number. */
    private void optOutThenAnything(Random random, int seed) {
        CrmSession clinic = session(TenantId.of("person-" + seed));
        Identifier one = Identifier.phone("34610%07d".formatted(seed));
        Identifier other = Identifier.phone("34620%07d".formatted(seed));
        String id = "q" + seed + "-";
        Instant from = clock.instant();
        clinic.capture(said(id + 1, one, from), said(id + 2, other, from));
        clinic.privacy().consent(only(clinic, one), MARKETING, WHATSAPP, true, null);
        clinic.privacy().consent(only(clinic, other), MARKETING, WHATSAPP, true, null);
        clock.advance(Duration.ofMinutes(1));
        clinic.capture(said(id + 3, Party.of(one), clock.instant(), "BAJA"));
        List<MergeOutcome.Merged> merges = new ArrayList<>();
        StringBuilder trace = new StringBuilder("seed " + seed + ":");
        for (int move = 0; move < 5; move++) {
            clock.advance(Duration.ofMinutes(1));
            int chosen = random.nextInt(6);
            trace.append(' ').append(chosen);
            ContactId contact = find(clinic, one);
            ContactId second = find(clinic, other);
            if (chosen == 0 && contact != null) {
                clinic.privacy().erase(contact);
            } else if (chosen == 1 && contact != null && second != null) {
                boolean first = random.nextBoolean();
                if (clinic.merge(first ? contact : second, first ? second : contact)
                        instanceof MergeOutcome.Merged merged) {
                    merges.add(merged);
                }
            } else if (chosen == 2 && !merges.isEmpty()) {
                clinic.undo(merges.remove(merges.size() - 1).merge());
            } else if (chosen == 3) {
                clinic.importContacts(
                        List.of(new ImportedContact("Somebody", "+" + one.value(), null, List.of(), Set.of())), false);
            } else if (chosen == 4) {
                clinic.capture(said(id + "w" + move, one, clock.instant()));
            } else {
                clinic.capture(
                        said(id + "o" + move, other, clock.instant()), said(id + 3, Party.of(one), from, "BAJA"));
            }
            ContactId now = find(clinic, one);
            if (now != null) {
                assertThat(marketing(clinic, now)).as(trace.toString()).isEqualTo(SUPPRESSED);
            }
        }
    }

    private static ContactId only(CrmSession session, Identifier identifier) {
        return Objects.requireNonNull(find(session, identifier));
    }

    private static @Nullable ContactId find(CrmSession session, Identifier identifier) {
        return session.searchContacts(identifier.value(), null, 10).items().stream()
                .map(hit -> session.profile(hit.contact()).orElseThrow().summary())
                .filter(contact -> contact.contact().identifiers().stream()
                        .map(Matching.standard()::canonical)
                        .anyMatch(Matching.standard().canonical(identifier)::equals))
                .map(ContactSummary::id)
                .findFirst()
                .orElse(null);
    }
}
