package io.crmkit.insight;

import io.crmkit.contact.ContactId;
import java.time.Instant;

/**
 * What a person, or an import, said about a fact. No extractor overrides it.
 *
 * @param about the contact as it was when this was said: it has the fact again once a later merge is undone
 * @param locked whether nothing else may even be proposed in its place
 * @param by the name of the actor
 * @since 0.1
 */
public record Decision(ContactId about, Verdict verdict, boolean locked, String by, Instant at) {
    /** What was said. */
    public enum Verdict {
        /** It came with an import. */
        IMPORTED,
        /** It is so. */
        ACCEPTED,
        /** It is not so. */
        REJECTED
    }
}
