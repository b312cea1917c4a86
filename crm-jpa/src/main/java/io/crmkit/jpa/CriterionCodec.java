package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.segment.Criterion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Criteria as bytes, each with a word that says which it is. */
final class CriterionCodec {
    /** Kept in storage, so never renamed. */
    enum Which {
        ALL,
        ANY,
        NOT,
        STATUS,
        TAGGED,
        TAGGED_IN,
        FIRST_CONTACT,
        LAST_CONTACT,
        NEW_FOR,
        SILENT_FOR,
        COUNTED,
        ATTRIBUTE_IS,
        ATTRIBUTE_BETWEEN,
        TEXT,
        FIRST_CONTACT_IN,
        LAST_CONTACT_IN,
        APPOINTMENTS,
        AMOUNT,
        AWAITS,
        CALLED,
        FIRST_WROTE,
        LAST_WROTE,
        HAPPENED,
        SAYS,
        FEELS,
        HAS,
        IN
    }

    private CriterionCodec() {}

    static void write(FieldWriter to, Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            to.word(Which.ALL).list(all.of(), CriterionCodec::write);
        } else if (criterion instanceof Criterion.Any any) {
            to.word(Which.ANY).list(any.of(), CriterionCodec::write);
        } else if (criterion instanceof Criterion.Not not) {
            to.word(Which.NOT).record(not.one(), CriterionCodec::write);
        } else if (criterion instanceof Criterion.HasStatus status) {
            to.word(Which.STATUS).list(List.copyOf(new TreeSet<>(status.any())), FieldWriter::word);
        } else if (criterion instanceof Criterion.Tagged tagged) {
            to.word(Which.TAGGED).record(tagged.tag(), CriterionCodec::tag);
        } else if (criterion instanceof Criterion.TaggedIn tagged) {
            to.word(Which.TAGGED_IN).word(tagged.category());
        } else if (criterion instanceof Criterion.FirstContact first) {
            to.word(Which.FIRST_CONTACT_IN).record(first.at(), LeafCodec::write);
        } else if (criterion instanceof Criterion.LastContact last) {
            to.word(Which.LAST_CONTACT_IN).record(last.at(), LeafCodec::write);
        } else if (criterion instanceof Criterion.NewFor fresh) {
            to.word(Which.NEW_FOR).number(fresh.days());
        } else if (criterion instanceof Criterion.SilentFor silent) {
            to.word(Which.SILENT_FOR).number(silent.days());
        } else if (criterion instanceof Criterion.Counted counted) {
            to.word(Which.COUNTED)
                    .word(counted.counter())
                    .number(counted.atLeast())
                    .number(counted.atMost());
        } else if (criterion instanceof Criterion.AttributeIs is) {
            to.word(Which.ATTRIBUTE_IS).text(is.name()).record(is.value(), CriterionCodec::value);
        } else if (criterion instanceof Criterion.AttributeBetween between) {
            to.word(Which.ATTRIBUTE_BETWEEN)
                    .text(between.name())
                    .record(between.from(), CriterionCodec::value)
                    .record(between.to(), CriterionCodec::value);
        } else if (criterion instanceof Criterion.Text text) {
            to.word(Which.TEXT).text(text.typed());
        } else {
            LeafCodec.write(to, criterion);
        }
    }

    static Criterion read(FieldReader from) {
        Which which = from.word(Which.class);
        return switch (which) {
            case ALL -> new Criterion.All(from.list(CriterionCodec::read));
            case ANY -> new Criterion.Any(from.list(CriterionCodec::read));
            case NOT -> new Criterion.Not(required(from.record(CriterionCodec::read)));
            case STATUS -> new Criterion.HasStatus(Set.copyOf(from.list(one -> one.word(ContactStatus.class))));
            case TAGGED -> new Criterion.Tagged(required(from.record(CriterionCodec::tag)));
            case TAGGED_IN -> new Criterion.TaggedIn(from.word(Tag.Category.class));
            case FIRST_CONTACT -> new Criterion.FirstContact(from.instant(), from.instant());
            case LAST_CONTACT -> new Criterion.LastContact(from.instant(), from.instant());
            case NEW_FOR -> new Criterion.NewFor((int) from.number());
            case SILENT_FOR -> new Criterion.SilentFor((int) from.number());
            case COUNTED ->
                new Criterion.Counted(from.word(Criterion.Counter.class), (int) from.number(), (int) from.number());
            case ATTRIBUTE_IS -> new Criterion.AttributeIs(required(from.text()), required(value(from)));
            case ATTRIBUTE_BETWEEN -> new Criterion.AttributeBetween(required(from.text()), value(from), value(from));
            case TEXT -> new Criterion.Text(required(from.text()));
            default -> LeafCodec.read(which, from);
        };
    }

    private static void value(FieldWriter to, AttributeValue value) {
        to.word(value.kind()).text(value.canonical());
    }

    private static @Nullable AttributeValue value(FieldReader from) {
        return from.record(one -> AttributeValue.of(one.word(AttributeType.Kind.class), required(one.text())));
    }

    static Set<Tag> tags(FieldReader from) {
        return from.list(CriterionCodec::tag).stream().collect(Collectors.toSet());
    }

    static void tag(FieldWriter to, Tag tag) {
        to.word(tag.category()).text(tag.name());
    }

    private static Tag tag(FieldReader from) {
        return new Tag(from.word(Tag.Category.class), required(from.text()));
    }
}
