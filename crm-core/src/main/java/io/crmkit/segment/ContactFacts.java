package io.crmkit.segment;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactSummary;
import java.util.Map;

/**
 * What criteria are tested on: one contact.
 *
 * @param summary with its status as of the time of the test
 * @since 0.1
 */
public record ContactFacts(ContactSummary summary, Map<String, AttributeValue> attributes) {
    public ContactFacts {
        attributes = Map.copyOf(attributes);
    }
}
