package io.crmkit.export;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.rules.RulesExtractor;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.Reply;
import io.crmkit.interaction.StatusReached;
import io.crmkit.interaction.Transfer;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** A clinic whose messages have something in every field, with any text there can be, by seed. */
final class Everything {
    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", "1001");
    private static final Instant MONDAY = Instant.parse("2026-03-02T13:00:00Z");
    private static final List<String> SAID = List.of(
            "Hola, soy Ana Prueba, mi mail es ana@example.org y quiero un turno el viernes a la tarde",
            "Me llamo Bruno, mi teléfono es +54 9 11 5555-0101. Gracias, excelente atención!",
            "No puedo el lunes, estoy muy enojada, nadie contesta. ¿Cuánto sale?");

    private final RandomText dice;
    private int count;

    private Everything(long seed) {
        this.dice = new RandomText(seed);
    }

    static CrmSession empty(Storage storage, String tenant, int node) {
        return crm(storage, node).as(Actor.system(TenantId.of(tenant)));
    }

    private static Crm crm(Storage storage, int node) {
        return Crm.create(storage)
                .clock(FixedClock.at("2026-04-01T08:00:00Z"))
                .ids(new CountedIds(node))
                .extractor(new RulesExtractor())
                .build();
    }

    static CrmSession clinic(long seed) {
        Crm crm = crm(new InMemoryStorage(), 1);
        CrmSession clinic = crm.as(Actor.system(TenantId.of("clinica-norte")));
        new Everything(seed).fill(clinic);
        crm.dueWork().runDue();
        return clinic;
    }

    private void fill(CrmSession clinic) {
        for (int i = 0; i < 60; i++) {
            Party party = party();
            ProviderRef ref = ref();
            Instant at = MONDAY.plus(Duration.ofMinutes(31L * i));
            Content content = dice.oneIn(3) ? Content.text(SAID.get(dice.below(3))) : content();
            if (dice.oneIn(3)) {
                Author by = dice.oneIn(2) ? Author.BOT : Author.AGENT;
                clinic.capture(MessageEvent.sent(ref, party, by, at, content));
            } else if (!dice.oneIn(5)) {
                clinic.capture(MessageEvent.received(ref, party, at, content));
            }
            clinic.capture(new UpdateEvent(ref, party, update(at.plusSeconds(dice.below(90)))));
            clinic.capture(new UpdateEvent(ref(), party, update(at)));
            clinic.capture(new HappeningEvent(
                    ref(), party, EventKind.values()[dice.below(9)], at, content(), new BigDecimal(dice.below(11))));
            clinic.capture(dealing(party, at));
            clinic.capture(new IdentityEvent(ACCOUNT, party(), at, dice.oneIn(2)));
            clinic.capture(new Unreadable("whatsapp", "", "It is not JSON", dice.upTo(50)));
        }
        for (ContactSummary contact : clinic.contacts(null, 100).items()) {
            values().forEach(value -> clinic.verdicts().state(contact.id(), type(value), dice.upTo(9), value));
            clinic.note(contact.id(), dice.upTo(99) + ".");
            clinic.facts(contact.id()).stream()
                    .skip(3)
                    .forEach(fact -> clinic.verdicts().reject(contact.id(), fact.id()));
        }
    }

    private static FactType type(FactValue value) {
        return value instanceof FactValue.Mail ? FactType.EMAIL : FactType.PREFERENCE;
    }

    private List<FactValue> values() {
        LocalDateTime start = LocalDateTime.of(2026, 3, 9, 17, 0);
        return List.of(
                new FactValue.Text(dice.upTo(30) + "."),
                new FactValue.Code("whitening"),
                new FactValue.Money(new BigDecimal("15000.50"), "ARS"),
                new FactValue.Phone("+5491155550101"),
                new FactValue.Mail("a@example.org"),
                new FactValue.Moment(start, null, FactValue.Moment.Grain.MINUTE, true),
                new FactValue.Moment(start, FactValue.Moment.OPEN, FactValue.Moment.Grain.DAY, false),
                new FactValue.Moment(start, start.plusDays(2), FactValue.Moment.Grain.WEEK, false),
                new FactValue.TimeOfDay(LocalTime.of(17, 0), LocalTime.MIDNIGHT, false),
                new FactValue.TimeOfDay(LocalTime.of(9, 30), null, true),
                new FactValue.Score(0.1 + 0.2));
    }

    private Party party() {
        int who = dice.below(5);
        Identifier phone = Identifier.phone("549115000000" + who);
        Identifier id = Identifier.whatsAppUser(dice.oneIn(2) ? "north" : "south", "AR." + who);
        List<Identifier> all = dice.oneIn(3) ? List.of(phone) : dice.oneIn(2) ? List.of(phone, id) : List.of(id);
        return new Party(all, List.of(), dice.oneIn(3) ? null : dice.upTo(30), dice.oneIn(3) ? dice.upTo(20) : null);
    }

    private ProviderRef ref() {
        return new ProviderRef(ACCOUNT, "wamid." + ++count + dice.upTo(9));
    }

    private MessageUpdate update(Instant at) {
        return switch (dice.below(6)) {
            case 0 -> new StatusReached(DeliveryState.FAILED, at, error());
            case 1 -> new StatusReached(DeliveryState.READ, at);
            case 2 -> new StatusReached(DeliveryState.PLAYED, at);
            case 3 -> new MessageEdited(at, content());
            case 4 -> new MessageDeleted(at);
            default -> new Reacted(dice.oneIn(2) ? Author.CUSTOMER : Author.BOT, at, dice.upTo(3));
        };
    }

    private DealingEvent dealing(Party party, Instant at) {
        ProviderRef of = new ProviderRef(new ChannelAccount("scheduler", "agenda"), "deal " + dice.below(5));
        if (dice.oneIn(2)) {
            Transfer.Kind kind = Transfer.Kind.values()[dice.below(3)];
            Money money = new Money(new BigDecimal(dice.below(999_999)).movePointLeft(dice.below(7)), "BRL");
            return new DealingEvent(of, party, new Transfer(kind, money, dice.upTo(9), dice.upTo(9)), at);
        }
        Booking booking = new Booking(
                AppointmentStatus.values()[dice.below(6)],
                dice.oneIn(4) ? null : at.plus(Duration.ofDays(3)),
                dice.oneIn(2) ? null : ZoneId.of("America/Sao_Paulo"),
                dice.upTo(20),
                dice.upTo(20),
                dice.oneIn(2) ? null : Money.of("12500.5", "ARS"),
                dice.upTo(10),
                dice.oneIn(2) ? null : Author.CUSTOMER);
        return new DealingEvent(of, party, booking, at);
    }

    private ProviderError error() {
        return new ProviderError(dice.below(200_000), dice.upTo(20), dice.upTo(20));
    }

    private Content content() {
        return new Content(
                "interactive",
                dice.oneIn(9) ? null : dice.upTo(300),
                dice.oneIn(2)
                        ? List.of()
                        : List.of(new Attachment("image", dice.upTo(9), "image/png", dice.upTo(9), dice.upTo(9))),
                dice.oneIn(2) ? null : new Reply("nfm_reply", dice.upTo(9), null, dice.upTo(99)),
                dice.oneIn(2)
                        ? List.of()
                        : List.of(new Card(dice.upTo(9), null, List.of(dice.upTo(9)), List.of(), dice.oneIn(2))),
                dice.oneIn(2) ? null : new Place(-34.6037 * dice.below(2), 1e-7 * dice.below(100), dice.upTo(9), null),
                dice.oneIn(2) ? null : new Referral("ad", dice.upTo(9), null, dice.upTo(9), null, dice.upTo(9), null),
                dice.oneIn(2) ? null : dice.upTo(9),
                dice.oneIn(2),
                dice.oneIn(2) ? List.of() : List.of(error(), error()),
                null,
                dice.oneIn(2) ? null : dice.upTo(500));
    }
}
