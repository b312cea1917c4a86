package io.crmkit.ai.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The phrases found in a text. Of two with one meaning, one within the other, the longer counts. */
final class Hits {
    private static final Meaning[] MEANINGS = Meaning.values();
    /** The same words may ask for two things; else the exact phrase counts, which is found before a stem. */
    private static final Set<Meaning> SEVERAL = EnumSet.of(Meaning.INTENT, Meaning.NOT);

    private final int words;
    private final @Nullable List<Hit>[] found = lists();
    private final @Nullable Hit[][] starting = new Hit[MEANINGS.length][];

    Hits(int words) {
        this.words = words;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable List<Hit>[] lists() {
        return new List[MEANINGS.length];
    }

    /** Phrases come in the order of their first word. */
    void add(Hit hit) {
        int meaning = hit.meaning().ordinal();
        List<Hit> hits = found[meaning];
        if (hits == null) {
            hits = new ArrayList<>();
            found[meaning] = hits;
        }
        while (!hits.isEmpty()) {
            Hit last = hits.get(hits.size() - 1);
            if (last.from() == hit.from() && last.to() < hit.to()) {
                hits.remove(hits.size() - 1);
            } else if (hit.to() < last.to()
                    || hit.to() == last.to() && (hit.from() > last.from() || !SEVERAL.contains(hit.meaning()))) {
                return;
            } else {
                break;
            }
        }
        hits.add(hit);
    }

    List<Hit> of(Meaning meaning) {
        List<Hit> hits = found[meaning.ordinal()];
        return hits == null ? List.of() : hits;
    }

    boolean any(Meaning meaning) {
        return found[meaning.ordinal()] != null;
    }

    /** The phrase with this meaning that begins at this word. */
    @Nullable Hit at(Meaning meaning, int word) {
        List<Hit> hits = found[meaning.ordinal()];
        if (hits == null || word < 0 || word >= words) {
            return null;
        }
        Hit[] starts = starting[meaning.ordinal()];
        if (starts == null) {
            starts = new Hit[words];
            for (Hit hit : hits) {
                starts[hit.from()] = hit;
            }
            starting[meaning.ordinal()] = starts;
        }
        return starts[word];
    }

    /** The phrase with this meaning that ends just before this word, of at most five words. */
    @Nullable Hit before(Meaning meaning, int word) {
        if (!any(meaning)) {
            return null;
        }
        for (int from = word - 1; from >= 0 && from >= word - 5; from--) {
            Hit hit = at(meaning, from);
            if (hit != null && hit.to() == word) {
                return hit;
            }
        }
        return null;
    }

    /** Whether a phrase with this meaning begins in this stretch of words. */
    boolean within(Meaning meaning, int from, int to) {
        return first(meaning, from, to) != null;
    }

    /** The first phrase with this meaning that begins in this stretch of words. */
    @Nullable Hit first(Meaning meaning, int from, int to) {
        if (any(meaning)) {
            for (int word = Math.max(0, from); word < to; word++) {
                Hit hit = at(meaning, word);
                if (hit != null) {
                    return hit;
                }
            }
        }
        return null;
    }

    /** The last phrase with this meaning that lies in this stretch of words. */
    @Nullable Hit last(Meaning meaning, int from, int to) {
        if (any(meaning)) {
            for (int word = to - 1; word >= from && word >= 0; word--) {
                Hit hit = at(meaning, word);
                if (hit != null && hit.to() <= to) {
                    return hit;
                }
            }
        }
        return null;
    }

    /** Whether any phrase at all begins at this word. */
    boolean anything(int word) {
        for (Meaning meaning : MEANINGS) {
            if (at(meaning, word) != null) {
                return true;
            }
        }
        return false;
    }

    boolean covers(Meaning meaning, int word) {
        for (int from = word; from >= 0 && from > word - 6; from--) {
            Hit hit = at(meaning, from);
            if (hit != null && hit.to() > word) {
                return true;
            }
        }
        return false;
    }
}
