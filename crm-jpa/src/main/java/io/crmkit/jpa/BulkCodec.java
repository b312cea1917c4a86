package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.Chosen;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Campaign;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is asked of a bulk job, as bytes to be sealed. */
final class BulkCodec {
    private static final int VERSION = 1;

    /** Kept in storage, so never renamed. */
    private enum Which {
        PUT_TAGS,
        TAKE_TAGS,
        SET_STATUS,
        MERGE_INTO,
        THESE,
        ALL,
        BROADCAST
    }

    private BulkCodec() {}

    static byte[] encode(BulkRequest request) {
        return FieldWriter.version(VERSION)
                .text(request.key())
                .record(request.action(), BulkCodec::write)
                .record(request.contacts(), BulkCodec::write)
                .toBytes();
    }

    static BulkRequest decode(byte[] bytes) {
        return FieldReader.read(
                bytes,
                VERSION,
                from -> new BulkRequest(
                        required(from.text()),
                        required(from.record(BulkCodec::action)),
                        required(from.record(BulkCodec::chosen))));
    }

    private static void write(FieldWriter to, BulkAction action) {
        if (action instanceof BulkAction.PutTags put) {
            to.word(Which.PUT_TAGS).list(List.copyOf(new TreeSet<>(put.tags())), CriterionCodec::tag);
        } else if (action instanceof BulkAction.TakeTags take) {
            to.word(Which.TAKE_TAGS).list(List.copyOf(new TreeSet<>(take.tags())), CriterionCodec::tag);
        } else if (action instanceof BulkAction.SetStatus set) {
            ContactStatus status = set.status();
            to.word(Which.SET_STATUS).text(status == null ? null : status.name());
        } else if (action instanceof BulkAction.Broadcast broadcast) {
            Campaign campaign = broadcast.campaign();
            ChannelAccount from = campaign.from();
            to.word(Which.BROADCAST)
                    .word(campaign.purpose())
                    .text(from == null ? null : from.toString())
                    .record(campaign.template(), SendingCodec::write);
        } else {
            to.word(Which.MERGE_INTO).bytes(id(((BulkAction.MergeInto) action).survivor()));
        }
    }

    private static BulkAction action(FieldReader from) {
        Which which = from.word(Which.class);
        return switch (which) {
            case PUT_TAGS -> new BulkAction.PutTags(CriterionCodec.tags(from));
            case TAKE_TAGS -> new BulkAction.TakeTags(CriterionCodec.tags(from));
            case SET_STATUS -> {
                String status = from.text();
                yield new BulkAction.SetStatus(status == null ? null : ContactStatus.valueOf(status));
            }
            case MERGE_INTO -> new BulkAction.MergeInto(id(required(from.bytes())));
            case BROADCAST -> {
                Purpose purpose = from.word(Purpose.class);
                String account = from.text();
                yield new BulkAction.Broadcast(new Campaign(
                        purpose,
                        required(from.record(SendingCodec::template)),
                        account == null ? null : InteractionRows.account(account)));
            }
            case THESE, ALL -> throw new GarbledRecord("it says whom where it should say what");
        };
    }

    private static void write(FieldWriter to, Chosen contacts) {
        if (contacts instanceof Chosen.These these) {
            List<ContactId> ids = List.copyOf(new TreeSet<>(these.ids()));
            to.word(Which.THESE).list(ids, (one, id) -> one.bytes(id(id)));
        } else {
            to.word(Which.ALL).record(((Chosen.All) contacts).criterion(), CriterionCodec::write);
        }
    }

    private static Chosen chosen(FieldReader from) {
        if (from.word(Which.class) == Which.THESE) {
            Set<ContactId> ids =
                    from.list(one -> id(required(one.bytes()))).stream().collect(Collectors.toSet());
            return new Chosen.These(ids);
        }
        return new Chosen.All(required(from.record(CriterionCodec::read)));
    }

    private static byte[] id(ContactId contact) {
        return Sealing.row(contact.value());
    }

    private static ContactId id(byte[] bytes) {
        if (bytes.length != 16) {
            throw new GarbledRecord("an id is too short or too long");
        }
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new ContactId(new UUID(id.getLong(), id.getLong()));
    }
}
