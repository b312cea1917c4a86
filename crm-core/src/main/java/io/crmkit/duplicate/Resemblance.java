package io.crmkit.duplicate;

import java.util.Set;

/**
 * What speaks for two contacts being one.
 *
 * @param weight in bits, what speaks against it taken off; 0 where it is as likely as not
 * @param evidence the same as long as nothing it rests on changes; personal
 */
record Resemblance(double weight, Set<Reason> reasons, String evidence) {
    Resemblance {
        reasons = Set.copyOf(reasons);
    }

    boolean likely() {
        return !reasons.isEmpty() && weight >= 0;
    }

    /** 50 where it is as likely as not, nearing 100. */
    int score() {
        return (int) Math.round(100 / (1 + Math.pow(2, -weight)));
    }

    /** Without the evidence, which is personal. */
    @Override
    public String toString() {
        return "Resemblance[" + score() + ", " + reasons + "]";
    }
}
