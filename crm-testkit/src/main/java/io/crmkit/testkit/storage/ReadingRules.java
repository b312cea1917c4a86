package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.UnknownCursor;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Activity;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.ConversationView;
import io.crmkit.profile.InitialInquiry;
import io.crmkit.testkit.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The memory given back: whole, in order, page by page. */
abstract class ReadingRules extends StorageRules {
    ReadingRules(StorageUnderTest under) {
        super(under);
    }

    private static Identifier phone(int number) {
        return Identifier.phone("3460000" + (1_000 + number));
    }

    @Test
    @Requirement("PRO-1")
    void oneCallGivesTheProfile() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "Hola"), said("m2", ANA, hour(90)));
        ContactProfile profile = clinic.profile(onlyContact(clinic).id()).orElseThrow();
        assertThat(profile.summary()).isEqualTo(onlyContact(clinic));
        assertThat(ids(profile.recent())).containsExactly("m1", "m2");
        assertThat(profile.conversations())
                .extracting(view -> view.conversation().openedAt())
                .containsExactly(hour(90), MONDAY);
        assertThat(profile.inquiry().orElseThrow().text()).isEqualTo("Hola");
        assertThat(profile.conflicts()).isEmpty();
    }

    @Test
    @Requirement("CAP-1")
    void theInitialInquiryIsFoundHoweverMuchTheBusinessWroteBefore() {
        CrmSession clinic = clinic();
        for (int i = 0; i < 120; i++) {
            clinic.capture(MessageEvent.sent(ref("b" + i), Party.of(ANA), Author.BOT, hour(i), Content.text("Promo")));
        }
        clinic.capture(said("m1", Party.of(ANA), hour(500), "¿Sigue la promo?"));
        assertThat(clinic.profile(onlyContact(clinic).id()).orElseThrow().inquiry())
                .contains(new InitialInquiry("¿Sigue la promo?", null));
    }

    @Test
    @Requirement("PRO-1")
    void theListGoesByFirstContactAndPagesWhole() {
        CrmSession clinic = clinic();
        for (int i = 0; i < 23; i++) {
            clinic.capture(said("m" + i, phone(i), minute(i / 3)));
        }
        List<ContactSummary> listed = new ArrayList<>(all(cursor -> clinic.contacts(cursor, 5)));
        assertThat(listed).hasSize(23).doesNotHaveDuplicates();
        assertThat(listed)
                .extracting(contact -> contact.activity().firstContactAt().orElseThrow())
                .isSorted();
        assertThat(listed).isEqualTo(all(cursor -> clinic.contacts(cursor, 1)));
    }

    @Test
    void aPageGoesOnWhereItEndedThoughMoreCameMeanwhile() {
        CrmSession clinic = clinic();
        for (int i = 0; i < 6; i++) {
            clinic.capture(said("m" + i, phone(i), minute(10 + i)));
        }
        Page<ContactSummary> first = clinic.contacts(null, 3);
        clinic.capture(said("earlier", phone(50), minute(1)), said("later", phone(51), minute(99)));
        Page<ContactSummary> second = clinic.contacts(first.next().orElseThrow(), 10);
        assertThat(second.items()).hasSize(4).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isEmpty();
    }

    @Test
    @Requirement("CAP-6")
    void whoIsOnlyInTheAddressBookIsListedLast() {
        CrmSession clinic = clinic();
        clinic.capture(listed(Party.of(BRUNO).named("Bruno"), MONDAY), listed(Party.of(ANA_ID), MONDAY));
        clinic.capture(said("m1", phone(1), hour(5)), listed(Party.of(BRUNO).named("Bruno"), MONDAY));
        List<ContactSummary> contacts = all(cursor -> clinic.contacts(cursor, 1));
        assertThat(contacts).hasSize(3);
        assertThat(contacts.get(0).contact().identifiers()).containsExactly(phone(1));
        assertThat(contacts.subList(1, 3)).extracting(ContactSummary::activity).containsOnly(Activity.NONE);
        assertThat(contacts)
                .extracting(contact -> contact.contact().displayName().orElse("nobody"))
                .contains("Bruno");
        assertThat(clinic.profile(contacts.get(2).id())).isPresent();
    }

    @Test
    @Requirement({"PRO-2", "CTX-1"})
    void theTimelineIsWholeAndInOrderWhateverThePage() {
        CrmSession clinic = clinic();
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.shuffle(numbers, new Random(7));
        numbers.forEach(i -> clinic.capture(said("m" + i, ANA, minute(i / 4))));
        ContactId ana = onlyContact(clinic).id();
        for (int size : List.of(1, 7, 59, 60, 61, 1_000)) {
            List<Interaction> timeline = all(cursor -> clinic.timeline(ana, cursor, size));
            assertThat(timeline).hasSize(60).doesNotHaveDuplicates();
            List<Interaction> oldestFirst = new ArrayList<>(timeline);
            Collections.reverse(oldestFirst);
            assertThat(oldestFirst).extracting(Interaction::occurredAt).isSorted();
        }
    }

    @Test
    @Requirement({"PRO-2", "CTX-2"})
    void aConversationsEntriesAreWholeAndInOrder() {
        CrmSession clinic = clinic();
        for (int i = 0; i < 40; i++) {
            clinic.capture(said("m" + i, ANA, minute(i / 4)), said("b" + i, BRUNO, minute(i / 4)));
        }
        ContactId ana = message(clinic, "m0").occurrence().contact();
        ConversationView view = conversations(clinic, ana).get(0);
        List<Interaction> entries = all(cursor -> clinic.entries(view.conversation(), cursor, 9));
        assertThat(entries).hasSize(40).doesNotHaveDuplicates();
        assertThat(entries).extracting(Interaction::occurredAt).isSorted();
        assertThat(entries).allMatch(entry -> entry.occurrence().contact().equals(ana));
    }

    @Test
    @Requirement({"PRO-2", "CTX-1"})
    void conversationsThatOpenedInOneInstantAreAllPaged() {
        CrmSession clinic = clinic();
        for (int i = 0; i < 9; i++) {
            ProviderRef ref = new ProviderRef(new ChannelAccount("whatsapp", "30" + i), "m" + i);
            clinic.capture(MessageEvent.received(ref, Party.of(ANA), hour(i < 5 ? 0 : 1), Content.text("a")));
        }
        ContactId ana = onlyContact(clinic).id();
        for (int size : List.of(1, 2, 4, 100)) {
            assertThat(all(cursor -> clinic.conversations(ana, cursor, size)))
                    .hasSize(9)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whoIsNotThereHasNothing() {
        CrmSession clinic = clinic();
        ContactId nobody = new ContactId(new UUID(0x7000L, Long.MIN_VALUE));
        assertThat(clinic.profile(nobody)).isEmpty();
        assertThat(clinic.timeline(nobody, null, 10).items()).isEmpty();
        assertThat(clinic.conversations(nobody, null, 10).items()).isEmpty();
        assertThat(clinic.contacts(null, 10).items()).isEmpty();
    }

    @Test
    void aForeignCursorIsRefused() {
        CrmSession clinic = clinic();
        for (String cursor : List.of("", "x", "2026-03-02T13:00:00Z_", "_", "é_" + new UUID(1, 2))) {
            assertThatThrownBy(() -> clinic.contacts(cursor, 10)).isInstanceOf(UnknownCursor.class);
        }
        assertThatThrownBy(() -> clinic.contacts(null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clinic.contacts(null, 1_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
