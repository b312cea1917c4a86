package io.crmkit.testkit.duplicate;

import io.crmkit.contact.Identifier;
import io.crmkit.testkit.duplicate.Someone.Land;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a business by seed: made-up people, one in five of them more than once, the way it happens: a second
 * phone, a row typed in at the desk, a form with nothing but an e-mail address, a chat without a number; with names
 * mistyped, turned around, without a surname, short. Among them what must not be taken for one: families that share a
 * surname, an address or the phone at home, sons called like their fathers, namesakes, colleagues with the firm's address
 * and numbers that end alike. Whoever comes twice leaves something by which an attentive person could tell.
 *
 * <p>Seeds below 1,000 are for choosing weights by, those above for asserting.
 *
 * @since 0.1
 */
public final class Population {
    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private int people;

    private Population(long seed) {
        this.random = new Random(seed);
    }

    /** The contacts of about so many people, in the order in which they come. */
    public static List<Entry> of(long seed, int people) {
        Population population = new Population(seed);
        while (population.people < people) {
            population.next();
        }
        return List.copyOf(population.entries);
    }

    private boolean oneIn(int sides) {
        return random.nextInt(sides) == 0;
    }

    private void next() {
        int chance = random.nextInt(100);
        if (chance < 20) {
            family();
        } else if (chance < 22) {
            firm();
        } else if (chance < 24) {
            alikeNumbers();
        } else {
            Someone someone = Someone.any(people++, random);
            entries.add(first(someone));
            if (random.nextInt(100) < 25) {
                again(someone, entries.size() - 1);
            }
        }
    }

    /** From the mobile, under the name of the profile. */
    private Entry first(Someone someone) {
        Entry entry = Entry.of(someone.number(), Identifier.phone(someone.mobile()), profile(someone));
        return random.nextInt(100) < 25 ? entry.saying(someone.fullName()) : entry;
    }

    private @Nullable String profile(Someone someone) {
        int chance = random.nextInt(100);
        String given = someone.given().get(0);
        return chance < 45
                ? someone.fullName()
                : chance < 78
                        ? someone.usualName()
                        : chance < 90 ? given : chance < 94 ? given + " \uD83C\uDF38" : null;
    }

    private void family() {
        Land land = random.nextInt(3) < 2 ? Land.ARGENTINA : Land.BRAZIL;
        List<String> surnames = MadeUpNames.surnames(land, random);
        Someone head = Someone.any(people++, land, surnames, random);
        entries.add(first(head));
        String home = "+54" + "11" + "4" + Someone.digits(7, random);
        int shares = random.nextInt(4);
        int members = 1 + random.nextInt(3);
        Set<String> called = new HashSet<>(Set.of(head.given().get(0)));
        for (int i = 0; i < members; i++) {
            Someone member = Someone.any(people++, land, surnames, random);
            // Nobody calls two children the same, but some call one like themselves.
            while (!called.add(member.given().get(0))) {
                member = Someone.any(member.number(), land, surnames, random);
            }
            if (oneIn(15)) {
                member = member.called(head.given().get(0), member.given().get(0));
            }
            Entry entry = first(member);
            entries.add(
                    switch (shares) {
                        case 0 -> entry.withEmail(head.email());
                        case 1 -> entry.withPhone(home);
                        case 2 -> entry.withPhone("+" + head.mobile());
                        default -> entry;
                    });
        }
        int at = entries.size() - members - 1;
        if (shares == 0) {
            entries.set(at, entries.get(at).withEmail(head.email()));
        } else if (shares == 1) {
            entries.set(at, entries.get(at).withPhone(home));
        }
    }

    private void firm() {
        String address =
                "info@" + Typing.plain(MadeUpNames.surnames(Land.STATES, random).get(0)) + people + ".example";
        for (int i = 0; i < 4; i++) {
            entries.add(first(Someone.any(people++, random)).withEmail(address));
        }
    }

    private void alikeNumbers() {
        Someone one = Someone.any(people++, Land.ARGENTINA, MadeUpNames.surnames(Land.ARGENTINA, random), random);
        Someone other = Someone.any(people++, Land.BRAZIL, MadeUpNames.surnames(Land.BRAZIL, random), random);
        entries.add(first(one));
        String tail = one.mobile().substring(one.mobile().length() - 6);
        String number = other.mobile().substring(0, other.mobile().length() - 6) + tail;
        entries.add(Entry.of(other.number(), Identifier.phone(number), profile(other)));
    }

    /** The same person once more, sometimes twice more. */
    private void again(Someone someone, int first) {
        int times = oneIn(10) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> secondPhone(someone, first);
                case 3, 4, 5 -> atTheDesk(someone, first);
                case 6, 7 -> form(someone, first);
                case 8 -> withoutNumber(someone, first);
                default -> changedPrefix(someone, first);
            }
        }
    }

    private void secondPhone(Someone someone, int first) {
        Entry second =
                Entry.of(someone.number(), Identifier.phone(Someone.mobile(someone.land(), random)), profile(someone));
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                entries.add(second.withEmail(someone.email()));
                state(first, someone.email());
            }
            case 2 -> entries.add(second.withPhone("+" + someone.mobile()));
            default -> onlyByName(someone, first, second);
        }
    }

    /** Then both say their whole name, of three words at least or with one that is rare. */
    private void onlyByName(Someone someone, int first, Entry second) {
        boolean mistyped = oneIn(3);
        entries.set(first, entries.get(first).saying(someone.fullName()));
        String name = mistyped ? Typing.mistyped(someone.fullName(), random) : someone.fullName();
        entries.add(new Entry(second.person(), second.identifier(), name, null, List.of(), List.of()));
    }

    /** A row in a list: the number as one writes it at home, the name as it was heard. */
    private void atTheDesk(Someone someone, int first) {
        String mobile = someone.mobile();
        int area = someone.land() == Land.ARGENTINA ? 3 : someone.land() == Land.BRAZIL ? 2 : 1;
        String national = mobile.substring(area);
        String number = oneIn(2) ? national : "0" + national;
        entries.add(Entry.of(someone.number(), Identifier.phone(number), desk(someone)));
        if (entries.get(first).name() == null) {
            entries.set(first, entries.get(first).saying(someone.usualName()));
        }
    }

    private String desk(Someone someone) {
        String given =
                oneIn(3) ? String.join(" ", someone.given()) : someone.given().get(0);
        String surnames = oneIn(3) ? someone.surnames().get(0) : String.join(" ", someone.surnames());
        String typed = oneIn(8) ? given : Typing.typed(given, surnames, random);
        return oneIn(3) ? Typing.mistyped(typed, random) : typed;
    }

    private void form(Someone someone, int first) {
        entries.add(Entry.of(someone.number(), Identifier.email(someone.email()), desk(someone)));
        state(first, someone.email());
    }

    private void withoutNumber(Someone someone, int first) {
        Entry chat =
                Entry.of(someone.number(), Identifier.whatsAppUser("north", "AR." + entries.size()), profile(someone));
        if (oneIn(3)) {
            onlyByName(someone, first, chat);
        } else {
            entries.add(chat.withEmail(someone.email()));
            state(first, someone.email());
        }
    }

    /** The number is right but for what is before it. */
    private void changedPrefix(Someone someone, int first) {
        String mobile = someone.mobile();
        String number = "598" + mobile.substring(mobile.length() - 8);
        entries.add(Entry.of(someone.number(), Identifier.phone(number), desk(someone)));
        entries.set(first, entries.get(first).saying(someone.fullName()));
    }

    private void state(int entry, String email) {
        entries.set(entry, entries.get(entry).withEmail(email));
    }
}
