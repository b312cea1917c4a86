package io.crmkit.capture;

import io.crmkit.consent.Purpose;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Deal;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.ProviderRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a channel or the host tells us, in no channel's own words. A channel is an adapter that makes these.
 *
 * @since 0.1
 */
public sealed interface InboundEvent {
    /** Whom it is about; empty for what nobody could make sense of. */
    Optional<Party> about();

    /** The message or event it tells or changes, if any. */
    Optional<ProviderRef> subject();

    /** Provider time. */
    Instant at();

    /** Whether there has to be a contact for it. */
    default boolean needsContact() {
        return true;
    }

    /** Whether it says that the contact exists, message or not. */
    default boolean lists() {
        return false;
    }

    /**
     * A message by anybody to anybody: the customer's, or what the business said.
     *
     * @param party the customer's end, whoever speaks
     */
    record MessageEvent(ProviderRef ref, Party party, Author author, Origin origin, Instant occurredAt, Content content)
            implements InboundEvent {

        /** What a customer wrote. */
        public static MessageEvent received(ProviderRef ref, Party from, Instant at, Content content) {
            return new MessageEvent(ref, from, Author.CUSTOMER, Origin.LIVE, at, content);
        }

        /** What the business's own code sent, by its bot or one of its agents. */
        public static MessageEvent sent(ProviderRef ref, Party to, Author by, Instant at, Content content) {
            if (!by.business()) {
                throw new IllegalArgumentException("The business speaks through its bot or an agent");
            }
            return new MessageEvent(ref, to, by, Origin.SENT, at, content);
        }

        @Override
        public Optional<Party> about() {
            return Optional.of(party);
        }

        @Override
        public Optional<ProviderRef> subject() {
            return Optional.of(ref);
        }

        @Override
        public Instant at() {
            return occurredAt;
        }
    }

    /**
     * Something that changes a message said before, or not yet heard of.
     *
     * @param sending the id that the host gave the message when it sent it, as the channel gives it back; null if it
     *     gives none back
     */
    record UpdateEvent(
            ProviderRef target,
            Party party,
            MessageUpdate update,
            @Nullable UUID sending) implements InboundEvent {
        public UpdateEvent(ProviderRef target, Party party, MessageUpdate update) {
            this(target, party, update, null);
        }

        @Override
        public Optional<Party> about() {
            return Optional.of(party);
        }

        @Override
        public Optional<ProviderRef> subject() {
            return Optional.of(target);
        }

        @Override
        public Instant at() {
            return update.at();
        }

        @Override
        public boolean needsContact() {
            return false;
        }
    }

    /**
     * A statement about who is who, without a message.
     *
     * @param listed whether it says that the contact exists, as an address book does
     */
    record IdentityEvent(ChannelAccount account, Party party, Instant occurredAt, boolean listed)
            implements InboundEvent {
        @Override
        public Optional<Party> about() {
            return Optional.of(party);
        }

        @Override
        public Optional<ProviderRef> subject() {
            return Optional.empty();
        }

        @Override
        public Instant at() {
            return occurredAt;
        }

        @Override
        public boolean needsContact() {
            return listed;
        }

        @Override
        public boolean lists() {
            return listed;
        }
    }

    /**
     * Something that happened around a conversation without being said.
     *
     * @param ref an id of the host's or the channel's, by which it counts once; what is told of it later counts
     * @param score how the customer rated it, if that is what happened
     */
    record HappeningEvent(
            ProviderRef ref,
            Party party,
            EventKind kind,
            Instant occurredAt,
            Content content,
            @Nullable BigDecimal score)
            implements InboundEvent {
        public HappeningEvent {
            score = score == null ? null : Money.plain(score);
        }

        public HappeningEvent(ProviderRef ref, Party party, EventKind kind, Instant occurredAt, Content content) {
            this(ref, party, kind, occurredAt, content, null);
        }

        @Override
        public Optional<Party> about() {
            return Optional.of(party);
        }

        @Override
        public Optional<ProviderRef> subject() {
            return Optional.of(ref);
        }

        @Override
        public Instant at() {
            return occurredAt;
        }
    }

    /**
     * What somebody told the channel itself on what they may be sent; a notice of the timeline as well.
     *
     * @param granted whether they agreed or withdrew
     */
    record ConsentEvent(
            ProviderRef ref, Party party, Purpose purpose, boolean granted, Instant occurredAt, Content content)
            implements InboundEvent {
        @Override
        public Optional<Party> about() {
            return Optional.of(party);
        }

        @Override
        public Optional<ProviderRef> subject() {
            return Optional.of(ref);
        }

        @Override
        public Instant at() {
            return occurredAt;
        }

        HappeningEvent notice() {
            return new HappeningEvent(ref, party, EventKind.CHANNEL_NOTICE, occurredAt, content);
        }
    }

    /**
     * Something that became of an appointment or a payment. The same thing told again, at the same time, is the same.
     *
     * @param of the host's id of the appointment or payment; its account stands for the host's scheduler or till
     */
    record DealingEvent(ProviderRef of, Party party, Deal deal, Instant occurredAt) implements InboundEvent {
        private static final int LONGEST_ID = 400;

        public DealingEvent {
            if (of.id().length() > LONGEST_ID) {
                throw new IllegalArgumentException("The id of an appointment or payment has at most 400 characters");
            }
        }

        /** What it is told by: what it is about, when, and what it says. */
        public ProviderRef ref() {
            return new ProviderRef(of.account(), of.id() + " " + occurredAt + " " + deal.digest());
        }

        @Override
        public Optional<Party> about() {
            return Optional.of(party);
        }

        @Override
        public Optional<ProviderRef> subject() {
            return Optional.of(ref());
        }

        @Override
        public Instant at() {
            return occurredAt;
        }
    }

    /**
     * What could not be understood, or belongs to nobody: kept aside, whole.
     *
     * @param channel such as {@code whatsapp}
     * @param account the provider's id of the business's account; empty where none was told
     * @param reason one sentence for an operator, without personal data
     * @param raw as it came
     */
    record Unreadable(String channel, String account, String reason, String raw) implements InboundEvent {
        @Override
        public Optional<Party> about() {
            return Optional.empty();
        }

        @Override
        public Optional<ProviderRef> subject() {
            return Optional.empty();
        }

        @Override
        public Instant at() {
            return Instant.EPOCH;
        }

        @Override
        public boolean needsContact() {
            return false;
        }

        /** Without the content, which is personal. */
        @Override
        public String toString() {
            return "Unreadable[" + channel + ", " + reason + "]";
        }
    }
}
