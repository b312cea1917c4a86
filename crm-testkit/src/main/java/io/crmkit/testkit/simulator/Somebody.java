package io.crmkit.testkit.simulator;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person of a random history, as they are at the moment: a phone number and an id in each portfolio. */
final class Somebody {
    private final Dice dice;
    private final Map<String, Identifier> userIds = new HashMap<>();
    private final String name;

    String phone;

    Somebody(Dice dice, String name, String phone) {
        this.dice = dice;
        this.name = name;
        this.phone = phone;
    }

    /** What a provider tells of them on an account of this portfolio. */
    Party party(String portfolio) {
        List<Identifier> told = new ArrayList<>();
        switch (dice.upTo(5)) {
            case 0, 1 -> told.add(phone());
            case 2 -> told.add(userId(portfolio));
            default -> told.addAll(List.of(phone(), userId(portfolio)));
        }
        return new Party(told, List.of(), null, null);
    }

    String name() {
        return name + " " + dice.upTo(3);
    }

    /** In one of the two forms in which the number is written. */
    Identifier phone() {
        boolean long549 = phone.startsWith("549") && dice.oneIn(3);
        return Identifier.phone(long549 ? "54" + phone.substring(3) : phone);
    }

    Identifier userId(String portfolio) {
        return userIds.computeIfAbsent(portfolio, p -> freshUserId(p));
    }

    /** Another id in a portfolio: the number changed, or the provider saw reason to. */
    Identifier renewed(String portfolio) {
        Identifier fresh = freshUserId(portfolio);
        userIds.put(portfolio, fresh);
        return fresh;
    }

    /** The id they have there, if anybody ever told it. */
    @Nullable Identifier knownUserId(String portfolio) {
        return userIds.get(portfolio);
    }

    private Identifier freshUserId(String portfolio) {
        return Identifier.whatsAppUser(portfolio, "AR." + dice.next());
    }
}
