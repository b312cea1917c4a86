package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.UnknownCursor;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Kind;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.ContactQuery.Order;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contacts chosen by criteria: exactly those that fulfil them, in order, page by page. */
abstract class SelectionRules extends StorageRules {
    private static final Tag VIP = Tag.of("vip");

    SelectionRules(StorageUnderTest under) {
        super(under);
    }

    @Override
    TenantSettings settings() {
        return TenantSettings.DEFAULT
                .withInactiveAfter(20)
                .withAttributes(
                        new AttributeType("insurer", Kind.TEXT, Search.EXACTLY),
                        new AttributeType("points", Kind.NUMBER, Search.BY_RANGE),
                        new AttributeType("birthday", Kind.DAY, Search.BY_RANGE),
                        new AttributeType("secret", Kind.TEXT, Search.NOT));
    }

    private static List<ContactId> listed(CrmSession clinic, Criterion criterion) {
        return listed(clinic, ContactQuery.of(criterion));
    }

    private static List<ContactId> listed(CrmSession clinic, ContactQuery query) {
        return all(cursor -> clinic.contacts(query, cursor, 3)).stream()
                .map(ContactSummary::id)
                .toList();
    }

    private static ContactId who(CrmSession clinic, Identifier identifier) {
        return contacts(clinic).stream()
                .filter(summary -> summary.contact().identifiers().contains(identifier))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    @Requirement({"SEG-6", "LST-3"})
    void daysAreTheTenantsCalendarDays() {
        // Clocks went back on 5 April 2026 in Santiago: the day had 25 hours.
        TenantSettings santiago = settings().withZone(ZoneId.of("America/Santiago"));
        AsOf asOf = new AsOf(Instant.parse("2026-04-05T16:00:00Z"), santiago);
        assertThat(asOf.daysAgo(1)).isEqualTo(Instant.parse("2026-04-04T15:00:00Z"));
    }

    @Test
    @Requirement("LST-3")
    void aPageGoesOnWhereItEndedAndNoCursorFitsAnotherOrder() {
        CrmSession clinic = clinic();
        for (int i = 0; i < 7; i++) {
            clinic.capture(said("m" + i, Identifier.phone("3460000100" + i), minute(i / 2)));
        }
        ContactQuery query = ContactQuery.of(Criterion.EVERYBODY);
        Page<ContactSummary> first = clinic.contacts(query, null, 3);
        String cursor = first.next().orElseThrow();
        clinic.capture(said("late", Identifier.phone("34600001009"), hour(9)));
        assertThat(clinic.contacts(query, cursor, 100).items()).hasSize(4);
        for (Order order : List.of(Order.FIRST_CONTACT, Order.INTERACTIONS)) {
            assertThatThrownBy(() -> clinic.contacts(query.by(order), cursor, 3))
                    .isInstanceOf(UnknownCursor.class);
        }
        for (String foreign : List.of("", "0_", "0__", "x", "0_2026-03-02T13:00:00Z_1", cursor + "'")) {
            assertThatThrownBy(() -> clinic.contacts(query, foreign, 3)).isInstanceOf(UnknownCursor.class);
        }
        assertThatThrownBy(() -> clinic.contacts(query, null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clinic.contacts(query, null, 1_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("LST-3")
    void aListOfUpToAThousandGoesByName() {
        CrmSession clinic = clinic();
        List<String> names = List.of("Zoe", "álvaro", "Ana", "Ñandú", "Nadia", "Oscar");
        for (int i = 0; i < names.size(); i++) {
            clinic.capture(
                    said("m" + i, Party.of(Identifier.phone("3460000100" + i)).named(names.get(i)), minute(i), "Hola"));
        }
        clinic.capture(said("m9", BRUNO, MONDAY));
        assertThat(clinic.contactsByName(Criterion.EVERYBODY).orElseThrow())
                .extracting(summary -> summary.contact().displayName().orElse("-"))
                .containsExactly("álvaro", "Ana", "Nadia", "Ñandú", "Oscar", "Zoe", "-");
        List<InboundEvent> many = new ArrayList<>();
        for (int i = 0; i < 994; i++) {
            many.add(listed(Party.of(Identifier.email("m" + i + "@example.org")), MONDAY));
        }
        clinic.capture(many);
        assertThat(clinic.contactsByName(Criterion.EVERYBODY)).isEmpty();
    }

    @Test
    @Requirement("PRO-5")
    void whatIsNotDeclaredToBeSearchedIsRefused() {
        CrmSession clinic = clinic();
        for (Criterion criterion : List.of(
                new Criterion.AttributeIs("secret", AttributeValue.of("x")),
                new Criterion.AttributeIs("unheard_of", AttributeValue.of("x")),
                new Criterion.AttributeIs("points", AttributeValue.of("x")),
                new Criterion.AttributeBetween("insurer", null, null),
                Stream.iterate(Criterion.EVERYBODY, Criterion::not)
                        .skip(30)
                        .findFirst()
                        .orElseThrow(),
                new Criterion.Any(
                        Stream.generate(() -> Criterion.silentFor(1)).limit(101).collect(Collectors.toList())))) {
            assertThatThrownBy(() -> clinic.contacts(ContactQuery.of(Criterion.not(criterion)), null, 3))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Requirement("PRV-2")
    void tenantsWithTheSamePeopleListTheirOwn() {
        Map<CrmSession, ContactId> own = Stream.of("clinica-norte", "clinica-sur", "taller")
                .map(name -> session(TenantId.of(name)))
                .collect(Collectors.toMap(session -> session, session -> {
                    session.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "Hola"));
                    ContactId ana = onlyContact(session).id();
                    session.tag(ana, VIP);
                    session.set(ana, "insurer", AttributeValue.of("OSDE"));
                    return ana;
                }));
        own.forEach((session, ana) -> {
            for (Criterion criterion : List.of(
                    Criterion.EVERYBODY,
                    Criterion.tagged(VIP),
                    Criterion.text("ana"),
                    new Criterion.AttributeIs("insurer", AttributeValue.of("OSDE")))) {
                assertThat(listed(session, criterion)).containsExactly(ana);
            }
        });
    }

    @Test
    @Requirement({"LST-2", "LST-3"})
    void hostileTextChangesNothing() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "Hola"), said("m2", BRUNO, MONDAY));
        List<String> hostile = new ArrayList<>(List.of(
                "' or 1=1 --", "\"", "%", "_", "*", "?", ":tenant", "\\", "$1", "{}", "\u0000", "\ud800", "0 or 1=1"));
        hostile.add("Ana ".repeat(16_384) + "x");
        hostile.add("9".repeat(65_536));
        for (int plane = 0; plane <= 16; plane++) {
            hostile.add(Character.toString(plane * 0x10000 + 0x4321));
            hostile.add("zz" + Character.toString(plane * 0x10000 + 0xfffd));
        }
        for (String typed : hostile) {
            assertThat(listed(clinic, Criterion.text(typed))).as("typed text").isEmpty();
            assertThat(listed(clinic, Criterion.not(Criterion.text(typed)))).hasSize(2);
            if (!typed.isBlank() && typed.length() <= 64) {
                assertThat(listed(clinic, Criterion.tagged(Tag.of(typed + "x"))))
                        .isEmpty();
            }
        }
    }
}
