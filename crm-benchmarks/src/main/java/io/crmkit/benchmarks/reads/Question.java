package io.crmkit.benchmarks.reads;

import java.util.List;

/** Something asked of both sides, in several words of the same kind. */
record Question(String name, List<String> words, Side sealed, Side plain) {
    /** Answers a question. */
    interface Side {
        /** How much was found. */
        int ask(String words) throws Exception;
    }

    /** Asks both sides in turn, so that noise hits both alike; that they find equally much is not taken on trust. */
    Answers ask(int rounds) throws Exception {
        int warmUp = Math.max(words.size(), rounds / 4);
        long[] sealedNanos = new long[rounds];
        long[] plainNanos = new long[rounds];
        int found = 0;
        for (int round = -warmUp; round < rounds; round++) {
            String typed = words.get(Math.floorMod(round, words.size()));
            long start = System.nanoTime();
            int one = sealed.ask(typed);
            long between = System.nanoTime();
            int other = plain.ask(typed);
            long end = System.nanoTime();
            if (one != other) {
                throw new IllegalStateException(name + ": " + one + " found sealed, " + other + " plain");
            }
            if (round >= 0) {
                sealedNanos[round] = between - start;
                plainNanos[round] = end - between;
                found += one;
            }
        }
        return new Answers(name, (double) found / rounds, sealedNanos, plainNanos);
    }
}
