package io.crmkit.testkit.simulator;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Deal;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import io.crmkit.interaction.Transfer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes up what happens to a business over some days, by seed: a few people, two portfolios, three numbers.
 *
 * <p>Two things it leaves out, because what is kept does not decide them. Names in address books and user names are told
 * only in calm histories, in which who is who never changes: where a contact turns out to be two, only what their
 * messages say tells which name was whose. And the tellings of one message have different times only in calm histories:
 * a message is with whoever had the identifier at the time of its first telling.
 */
final class RandomHistory {
    private static final List<Duration> STEPS = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(40),
            Duration.ofMinutes(7),
            Duration.ofHours(3),
            Duration.ofHours(24).minusSeconds(1),
            Duration.ofHours(24),
            Duration.ofHours(24).plusSeconds(1),
            Duration.ofHours(31));
    private static final Map<String, ChannelAccount> ACCOUNTS = Map.of(
            "north", new ChannelAccount("whatsapp", "1001"),
            "south", new ChannelAccount("whatsapp", "2002"));
    private static final List<String> PHONES = List.of("5491150000001", "5491150000002", "34600000003", "34600000004");

    private final Dice dice;
    private final boolean calm;
    private final List<Somebody> people = new ArrayList<>();
    private final List<InboundEvent> events = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    /** A message told, to which something may still happen. */
    private record Said(ProviderRef ref, Somebody who, String portfolio, Author author, Instant at) {}

    private RandomHistory(long seed, boolean mayBeCalm) {
        this.dice = new Dice(seed);
        this.calm = dice.oneIn(3) && mayBeCalm;
        for (int i = 0; i < 2 + dice.upTo(2); i++) {
            people.add(new Somebody(dice, "Person " + i, PHONES.get(i)));
        }
    }

    /** At least so many events, in the order of their time. */
    static List<InboundEvent> of(long seed, int size) {
        return new RandomHistory(seed, true).events(size);
    }

    /** One in which who is who changes, and names are told by messages only. */
    static List<InboundEvent> restless(long seed, int size) {
        return new RandomHistory(seed, false).events(size);
    }

    private List<InboundEvent> events(int size) {
        while (events.size() < size) {
            step();
        }
        events.sort(Comparator.comparing(InboundEvent::at));
        return List.copyOf(events);
    }

    private void step() {
        now = now.plus(dice.oneOf(STEPS));
        Somebody who = dice.oneOf(people);
        String portfolio = dice.oneOf(List.of("north", "north", "south"));
        switch (dice.upTo(calm ? 16 : 20)) {
            case 0, 1, 2, 3, 4 -> message(who, portfolio, Author.CUSTOMER);
            case 5, 6 -> message(who, portfolio, dice.oneOf(List.of(Author.BOT, Author.AGENT)));
            case 7, 8, 9, 10, 11 -> update();
            case 12 -> listing(who, portfolio);
            case 13 -> events.add(new IdentityEvent(account(portfolio), who.party(portfolio), now, false));
            case 14 -> happening(who, portfolio);
            case 15 -> dealing(who, portfolio);
            case 16, 17 -> numberChange(who, portfolio);
            case 18 -> idChange(who, portfolio);
            default -> contradiction(who, portfolio);
        }
    }

    private static ChannelAccount account(String portfolio) {
        return Objects.requireNonNull(ACCOUNTS.get(portfolio));
    }

    private ProviderRef ref(String portfolio) {
        return new ProviderRef(account(portfolio), "wamid." + dice.next());
    }

    private void message(Somebody who, String portfolio, Author author) {
        Said message = new Said(ref(portfolio), who, portfolio, author, now);
        Party party = who.party(portfolio);
        said.add(message);
        boolean customer = author == Author.CUSTOMER;
        Party named = customer && dice.oneIn(2) ? party.named(who.name()) : party;
        Origin live = customer ? Origin.LIVE : dice.oneOf(List.of(Origin.ECHO, Origin.SENT));
        boolean placeholder = dice.oneIn(3);
        Content content = Content.of("text", "words " + dice.next(), null);
        if (!dice.oneIn(6)) {
            events.add(new MessageEvent(message.ref, named, author, live, now, content));
        }
        if (dice.oneIn(4)) {
            Content told = placeholder ? Content.of("media_placeholder", null, null) : content;
            Instant at = calm ? now.plusSeconds(dice.upTo(90)) : now;
            events.add(new MessageEvent(message.ref, party, author, Origin.HISTORY, at, told));
        }
    }

    private void update() {
        if (said.isEmpty()) {
            return;
        }
        Said message = said.get(said.size() - 1 - dice.upTo(Math.min(4, said.size())));
        Instant at = dice.oneIn(3) ? message.at : now;
        Party party = message.who.party(message.portfolio);
        events.add(new UpdateEvent(message.ref, party.named(dice.oneIn(5) ? "Nobody" : null), update(message, at)));
    }

    private MessageUpdate update(Said message, Instant at) {
        if (message.author != Author.CUSTOMER && !dice.oneIn(4)) {
            DeliveryState state = dice.oneOf(
                    List.of(DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ, DeliveryState.FAILED));
            return state == DeliveryState.FAILED
                    ? new StatusReached(state, at, new ProviderError(131000 + dice.upTo(3), "failed", "details"))
                    : new StatusReached(state, at);
        }
        return switch (dice.upTo(5)) {
            case 0, 1 -> new MessageEdited(at, Content.text("edited " + dice.next()));
            case 2 -> new MessageDeleted(at);
            default ->
                new Reacted(dice.oneOf(List.of(Author.CUSTOMER, Author.AGENT)), at, dice.oneOf(List.of("", "A", "B")));
        };
    }

    private void listing(Somebody who, String portfolio) {
        Party party = who.party(portfolio);
        Party named = calm ? new Party(party.identifiers(), List.of(), who.name() + " listed", "user") : party;
        events.add(new IdentityEvent(account(portfolio), named, now, true));
    }

    private void happening(Somebody who, String portfolio) {
        EventKind kind = dice.oneOf(List.of(
                EventKind.CONVERSATION_ENDED,
                EventKind.CONVERSATION_ENDED,
                EventKind.CONVERSATION_REOPENED,
                EventKind.ESCALATED,
                EventKind.RESOLUTION_CONFIRMED,
                EventKind.HANDED_TO_AGENT));
        events.add(
                new HappeningEvent(ref(portfolio), who.party(portfolio), kind, now, Content.of("notice", null, null)));
    }

    private void dealing(Somebody who, String portfolio) {
        ProviderRef ref = new ProviderRef(new ChannelAccount("scheduler", "agenda"), "deal-" + dice.upTo(4));
        Deal deal = dice.oneIn(3)
                ? new Transfer(
                        dice.oneOf(List.of(Transfer.Kind.values())),
                        new Money(new BigDecimal(dice.upTo(9)), "ARS"),
                        null,
                        null)
                : Booking.of(dice.oneOf(List.of(AppointmentStatus.values())), now.plus(Duration.ofDays(dice.upTo(3))));
        events.add(new DealingEvent(ref, who.party(portfolio), deal, dice.oneIn(3) ? now : now.minusSeconds(5)));
    }

    /** To a number that nobody has, somebody had, or somebody still has as far as is known; the id changes with it. */
    private void numberChange(Somebody who, String portfolio) {
        Party before = Party.of(who.phone());
        who.phone = dice.oneOf(PHONES);
        List<Identifier> now = new ArrayList<>(List.of(who.phone()));
        List<Identifier> formerly = new ArrayList<>(before.identifiers());
        Identifier old = who.knownUserId(portfolio);
        if (old != null && dice.oneIn(2)) {
            formerly.add(old);
            now.add(who.renewed(portfolio));
        }
        changed(portfolio, new Party(now, formerly, null, null));
    }

    private void idChange(Somebody who, String portfolio) {
        Identifier old = who.userId(portfolio);
        changed(portfolio, Party.of(who.renewed(portfolio)).formerly(old));
    }

    /** Sometimes told twice, at different times, as when each of the business's numbers hears of it. */
    private void changed(String portfolio, Party party) {
        if (dice.oneIn(4)) {
            events.add(new IdentityEvent(account(portfolio), party, now.plusSeconds(dice.upTo(3)), false));
        }
        if (dice.oneIn(2)) {
            events.add(new IdentityEvent(account(portfolio), party, now, false));
        } else {
            events.add(new HappeningEvent(
                    ref(portfolio), party, EventKind.CHANNEL_NOTICE, now, Content.of("notice", null, null)));
        }
    }

    private void contradiction(Somebody who, String portfolio) {
        Somebody other = dice.oneOf(people);
        Party party = Party.of(who.phone(), other.userId(portfolio));
        events.add(MessageEvent.received(ref(portfolio), party, now, Content.text("both " + dice.next())));
    }
}
