package io.crmkit.export;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.interaction.Conversation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Orders that depend on what is stored and not on when it came: ids and storage's own order do. */
final class EntryOrder {
    static final Comparator<ContactSummary> FIRST_CONTACT =
            Comparator.comparing(summary -> summary.activity().firstContactAt().orElse(Instant.MAX));

    static final Comparator<ContactSummary> CONTACT =
            FIRST_CONTACT.thenComparing(ContactSummary::contact, EntryOrder::byIdentifiers);

    static final Comparator<Conversation> CONVERSATION = Comparator.comparing(Conversation::openedAt)
            .thenComparing(conversation -> conversation.account().channel())
            .thenComparing(conversation -> conversation.account().account());

    private EntryOrder() {}

    private static int byIdentifiers(Contact one, Contact other) {
        List<Identifier> ones = one.identifiers();
        List<Identifier> others = other.identifiers();
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            int order = Contact.IDENTIFIER_ORDER.compare(ones.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return ones.size() - others.size();
    }
}
