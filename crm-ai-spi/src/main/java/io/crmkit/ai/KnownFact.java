package io.crmkit.ai;

/**
 * A fact at hand, as an extractor may know it.
 *
 * @param ref a small number of this request alone, so that an extractor can point at a fact and cannot invent one
 * @param key tells facts of one type apart, such as the code of a service; empty where the type has only one
 * @since 0.1
 */
public record KnownFact(int ref, FactType type, String key, FactValue value, FactOrigin origin) {
    public KnownFact {
        Checks.atLeast(0, ref, "ref");
    }

    /** Without the value, which is personal. */
    @Override
    public String toString() {
        return "KnownFact[" + ref + ", " + type + "]";
    }
}
