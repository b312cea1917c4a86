package io.crmkit.testkit.storage;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes up trees of criteria, and the values that contacts and criteria have in common, by seed.
 *
 * @since 0.1
 */
public final class RandomCriteria {
    static final List<Tag> TAGS = List.of(
            new Tag(Tag.Category.CUSTOMER_TYPE, "vip"),
            new Tag(Tag.Category.OWN, "vip"),
            new Tag(Tag.Category.SERVICE_INTEREST, "whitening"),
            new Tag(Tag.Category.SERVICE_INTEREST, "it's 100% \"x\"_'"));
    static final List<String> NAMES = List.of(
            "Ana Pérez",
            "ana maría",
            "Ánna-Karénina",
            "João Sarmento",
            "O'Neill; --",
            "%",
            "李 小龙",
            "Strauß",
            "𝕬na 😀");
    static final List<String> TYPED = List.of(
            "ana",
            "AN",
            "pér",
            "maria ana",
            "joao",
            "neill",
            "%",
            "_",
            "'",
            "李",
            "小",
            "straus",
            "0001",
            "50000001",
            "+54 9 11 5000-0001",
            "011 15-5000-0002",
            "example",
            "mail1@Example.org",
            "",
            "😀",
            "strauß",
            "*");

    private final Random random;
    private final Instant from;

    /** @param from times are of the 40 days after it */
    public RandomCriteria(long seed, Instant from) {
        this.random = new Random(seed);
        this.from = from;
    }

    /** A tree nested at most so many deep. */
    public Criterion tree(int depth) {
        if (random.nextInt(5) < 2) {
            return new RandomLeaves(this).leaf();
        }
        return switch (depth == 0 ? 3 + random.nextInt(11) : random.nextInt(14)) {
            case 0 -> new Criterion.All(trees(depth));
            case 1 -> new Criterion.Any(trees(depth));
            case 2 -> new Criterion.Not(tree(depth - 1));
            case 3 -> new Criterion.HasStatus(statuses());
            case 4 -> new Criterion.Tagged(one(TAGS));
            case 5 -> new Criterion.TaggedIn(one(List.of(Tag.Category.values())));
            case 6 -> new Criterion.FirstContact(maybeInstant(), maybeInstant());
            case 7 -> new Criterion.LastContact(maybeInstant(), maybeInstant());
            case 8 -> new Criterion.NewFor(random.nextInt(40));
            case 9 -> new Criterion.SilentFor(random.nextInt(40));
            case 10 ->
                new Criterion.Counted(
                        one(List.of(Criterion.Counter.values())), random.nextInt(3), random.nextInt(6) - 1);
            case 11 ->
                random.nextBoolean()
                        ? new Criterion.AttributeIs("insurer", insurer())
                        : new Criterion.AttributeIs("points", points());
            case 12 ->
                random.nextBoolean()
                        ? new Criterion.AttributeBetween("points", maybe(points()), maybe(points()))
                        : new Criterion.AttributeBetween("birthday", maybe(birthday()), maybe(birthday()));
            default -> new Criterion.Text(one(TYPED));
        };
    }

    /** One that refers to no segment. */
    Criterion simple() {
        Criterion leaf = new RandomLeaves(this).leaf();
        return leaf instanceof Known.In ? new Criterion.SilentFor(random.nextInt(40)) : leaf;
    }

    private List<Criterion> trees(int depth) {
        List<Criterion> trees = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            trees.add(tree(depth - 1));
        }
        return trees;
    }

    private Set<ContactStatus> statuses() {
        Set<ContactStatus> statuses = EnumSet.noneOf(ContactStatus.class);
        statuses.add(one(List.of(ContactStatus.values())));
        statuses.add(one(List.of(ContactStatus.values())));
        return statuses;
    }

    AttributeValue insurer() {
        return AttributeValue.of(one(List.of("OSDE", "osde", "Swiss Medical")));
    }

    AttributeValue points() {
        return AttributeValue.of(random.nextInt(5) - 2);
    }

    AttributeValue birthday() {
        return AttributeValue.of(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(5)));
    }

    Instant instant() {
        return from.plus(Duration.ofHours(random.nextInt(24 * 40)));
    }

    private @Nullable Instant maybeInstant() {
        return maybe(instant());
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    boolean oneIn(int sides) {
        return random.nextInt(sides) == 0;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
