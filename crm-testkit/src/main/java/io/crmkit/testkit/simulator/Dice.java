package io.crmkit.testkit.simulator;

import java.util.List;
import java.util.Random;

/** Chance by seed, and a counter for what has to be unique. */
final class Dice {
    private final Random random;
    private int count;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 to one less. */
    int upTo(int sides) {
        return random.nextInt(sides);
    }

    boolean oneIn(int sides) {
        return upTo(sides) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(upTo(choices.size()));
    }

    int next() {
        return ++count;
    }

    Random random() {
        return random;
    }
}
