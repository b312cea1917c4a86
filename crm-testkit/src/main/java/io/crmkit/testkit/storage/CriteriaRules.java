package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Sentiment;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Kind;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Transfer;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.ContactQuery.Order;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Fulfilment;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.Selections;
import io.crmkit.tenant.SegmentThresholds;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is asked of whatever there is: the query and the predicate say the same. */
abstract class CriteriaRules extends StorageRules {
    private static final int PEOPLE = 24;

    CriteriaRules(StorageUnderTest under) {
        super(under);
    }

    @Override
    TenantSettings settings() {
        return TenantSettings.DEFAULT
                .withInactiveAfter(20)
                .withSegments(SegmentThresholds.DEFAULT.withHighValue(2, BigDecimal.ONE))
                .withAttributes(
                        new AttributeType("insurer", Kind.TEXT, Search.EXACTLY),
                        new AttributeType("points", Kind.NUMBER, Search.BY_RANGE),
                        new AttributeType("birthday", Kind.DAY, Search.BY_RANGE));
    }

    private void populate(CrmSession clinic, RandomCriteria dice) {
        for (int i = 0; i < PEOPLE; i++) {
            Identifier address = switch (i % 4) {
                case 0 -> Identifier.email("mail" + i + "@example.org");
                case 1 -> Identifier.whatsAppUser("north", "AR." + i);
                default -> Identifier.phone("549115000" + String.format("%04d", i));
            };
            Party party = dice.oneIn(4) ? Party.of(address) : Party.of(address).named(dice.one(RandomCriteria.NAMES));
            List<InboundEvent> told = new ArrayList<>();
            if (dice.oneIn(6)) {
                told.add(listed(party, dice.instant()));
            }
            Instant first = dice.instant();
            for (int m = dice.upTo(4); m > 0; m--) {
                told.add(said("m" + i + "-" + m, party, dice.oneIn(3) ? first : dice.instant(), "Hola"));
            }
            if (dice.oneIn(2)) {
                told.add(
                        MessageEvent.sent(ref("b" + i), party, Author.AGENT, dice.instant(), Content.text("Buen día")));
            }
            for (int e = dice.oneIn(2) ? 0 : dice.upTo(3); e > 0; e--) {
                told.add(happened("e" + i + "-" + e, address, dice.one(RandomLeaves.EVENTS), dice.instant()));
            }
            told.addAll(dealings(dice, i, address));
            told.forEach(clinic::capture);
        }
        for (ContactSummary summary : contacts(clinic)) {
            addTo(clinic, dice, summary.id());
        }
    }

    private static List<InboundEvent> dealings(RandomCriteria dice, int i, Identifier address) {
        List<InboundEvent> told = new ArrayList<>();
        for (int a = dice.oneIn(3) ? dice.upTo(5) : 0; a > 0; a--) {
            AppointmentStatus status = dice.one(List.of(AppointmentStatus.values()));
            Instant at = dice.instant();
            Booking booking = dice.oneIn(5)
                    ? Booking.of(status)
                    : Booking.of(status, dice.oneIn(2) ? at : dice.instant()).at(Money.of("1.5", "ARS"));
            told.add(AppointmentRules.told("A" + i + "-" + a, address, at, booking));
        }
        for (int p = dice.oneIn(3) ? dice.upTo(4) : 0; p > 0; p--) {
            Transfer.Kind kind = dice.one(List.of(Transfer.Kind.values()));
            String amount = dice.one(List.of("0", "0.5", "1", "2", "3"));
            told.add(AppointmentRules.told(
                    "P" + i + "-" + p,
                    address,
                    dice.instant(),
                    AppointmentRules.paid(kind, amount, dice.one(List.of("ARS", "USD")))));
        }
        return told;
    }

    private void addTo(CrmSession clinic, RandomCriteria dice, ContactId id) {
        RandomCriteria.TAGS.stream().filter(tag -> dice.oneIn(3)).forEach(tag -> clinic.tag(id, tag));
        if (dice.oneIn(3)) {
            clinic.setStatus(id, dice.one(List.of(ContactStatus.values())));
        }
        if (dice.oneIn(2)) {
            clinic.set(id, "insurer", dice.insurer());
            clinic.set(id, "points", dice.points());
        }
        if (dice.oneIn(2)) {
            clinic.set(id, "birthday", dice.birthday());
        }
        for (int f = dice.upTo(3); f > 0; f--) {
            clinic.verdicts()
                    .state(
                            id,
                            dice.one(RandomLeaves.TYPES),
                            dice.one(RandomLeaves.SERVICES),
                            new FactValue.Text(dice.one(List.of("sí", "otra"))));
        }
        List<Reading> readings = timeline(clinic, id).stream()
                .filter(entry -> entry instanceof Message && entry.author() == Author.CUSTOMER && dice.oneIn(2))
                .flatMap(entry -> read(dice, entry).stream())
                .toList();
        storage().within(clinic.actor().tenant(), work -> {
            work.readings().keep(id, readings);
            return id;
        });
    }

    private List<Reading> read(RandomCriteria dice, Interaction message) {
        List<Reading> readings = new ArrayList<>();
        for (String extractor : dice.oneIn(2) ? List.of("rules") : List.of("rules", "model")) {
            MessageInsight insight = new MessageInsight(
                    message.id().toString(),
                    dice.one(List.of(Sentiment.values())),
                    Set.of(),
                    List.of(),
                    false,
                    false,
                    dice.upTo(3) / 2.0);
            readings.add(new Reading(message.id(), extractor, "1", clock.instant(), dice.oneIn(4) ? null : insight));
        }
        return readings;
    }

    @Test
    @Requirement({"SEG-3", "LST-3", "LST-4"})
    void theDatabaseAndThePredicateAgreeOnAnyCriteria() {
        for (long seed = 1; seed <= 3; seed++) {
            TenantId tenant = TenantId.of("random-" + seed);
            RandomCriteria dice = new RandomCriteria(seed, MONDAY);
            populate(session(tenant), dice);
            List<ContactId> ids =
                    contacts(session(tenant)).stream().map(ContactSummary::id).toList();
            storage().within(tenant, work -> {
                Collection<ContactFacts> everybody =
                        work.selections().facts(ids).values();
                assertThat(everybody).hasSameSizeAs(ids).hasSizeGreaterThan(PEOPLE / 2);
                for (int i = 0; i < 120; i++) {
                    AsOf asOf = new AsOf(dice.instant(), settings(), lists(dice));
                    Criterion criterion = dice.tree(dice.upTo(4));
                    Order order = dice.one(List.of(Order.values()));
                    List<ContactId> expected = everybody.stream()
                            .filter(facts -> new Fulfilment(asOf).of(criterion, facts))
                            .map(ContactFacts::summary)
                            .sorted(order(order))
                            .map(ContactSummary::id)
                            .toList();
                    assertThat(paged(work.selections(), new ContactQuery(criterion, order), asOf))
                            .as("%s, tree %d: %s by %s as of %s", tenant, i, criterion, order, asOf.now())
                            .isEqualTo(expected);
                    assertThat(work.selections().count(criterion, asOf)).isEqualTo(expected.size());
                    assertThat(work.selections().count(criterion, asOf, 5)).isEqualTo(Math.min(5, expected.size()));
                }
                return tenant;
            });
        }
    }

    private static List<ContactId> paged(Selections selections, ContactQuery query, AsOf asOf) {
        List<ContactId> all = new ArrayList<>();
        List<ContactSummary> page;
        Selections.Cursor after = null;
        do {
            page = selections.page(query, asOf, after, 7);
            page.forEach(summary -> all.add(summary.id()));
            after = page.isEmpty() ? null : Selections.Cursor.behind(query.order(), page.get(page.size() - 1));
        } while (after != null);
        return all;
    }

    private static Map<SegmentKey, Criterion> lists(RandomCriteria dice) {
        return Map.of(
                RandomLeaves.LISTS.get(0), dice.simple(),
                RandomLeaves.LISTS.get(1), Criterion.not(dice.simple()));
    }

    static Comparator<ContactSummary> order(Order order) {
        return switch (order) {
            case LAST_CONTACT ->
                Comparator.comparing((ContactSummary s) ->
                                s.activity().lastContactAt().orElse(Instant.MIN))
                        .thenComparing(ContactSummary::id)
                        .reversed();
            case FIRST_CONTACT ->
                Comparator.comparing((ContactSummary s) ->
                                s.activity().firstContactAt().orElse(Instant.MAX))
                        .thenComparing(ContactSummary::id);
            case INTERACTIONS ->
                Comparator.comparing((ContactSummary s) -> s.activity().interactions())
                        .thenComparing(ContactSummary::id)
                        .reversed();
        };
    }
}
