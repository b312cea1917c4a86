package io.crmkit.segment;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import io.crmkit.contact.Scheme;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Criteria on what is known about a contact.
 *
 * @since 0.1
 */
public sealed interface Known extends Criterion {
    /** Whether it holds of these facts. */
    boolean holds(ContactFacts facts, AsOf asOf);

    /**
     * There is a fact of this type that holds.
     *
     * @param key with this key, such as the code of a service; null for any
     */
    record Says(FactType type, @Nullable String key) implements Known {
        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            return facts.told().stream()
                    .anyMatch(told -> told.type() == type && (key == null || key.equals(told.key())));
        }

        /** Without the key, which is personal of whom it is asked. */
        @Override
        public String toString() {
            return "Says[" + type + "]";
        }
    }

    /** The latest of the customer's messages whose mood is known has one of these. */
    record Feels(Set<Sentiment> any) implements Known {
        public Feels {
            any = Set.copyOf(any);
        }

        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            return facts.mood() != null && any.contains(facts.mood());
        }
    }

    /** The contact holds an identifier of this scheme. */
    record Has(Scheme scheme) implements Known {
        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            return facts.summary().contact().identifiers().stream()
                    .anyMatch(identifier -> identifier.scheme().equals(scheme));
        }
    }

    /** The contact is in another segment: an automatic one or a smart list. */
    record In(SegmentKey segment) implements Known {
        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            return new Fulfilment(asOf).of(asOf.criterion(segment), facts);
        }
    }
}
