package io.crmkit.jpa;

import io.crmkit.capture.Changes;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What a capture adds to the activity of one contact. */
record Touch(
        ContactId contact,
        int epoch,
        int interactions,
        int fromCustomer,
        int fromBusiness,
        @Nullable Instant first,
        @Nullable Instant last,
        boolean named,
        @Nullable Instant namedAt,
        @Nullable Instant usernameAt) {

    /** Of each contact touched, in the order in which rows are locked. */
    static Collection<Touch> of(Changes changes, ToIntFunction<ContactId> epochs) {
        Map<ContactId, Touch> touches = new TreeMap<>();
        changes.namings().forEach((contact, naming) -> touches.put(contact, named(contact, epochs, naming)));
        for (Changes.Entry entry : changes.entries()) {
            Interaction interaction = entry.interaction();
            ContactId contact = interaction.occurrence().contact();
            touches.merge(contact, once(contact, epochs, interaction), Touch::and);
        }
        return touches.values();
    }

    private static Touch named(ContactId contact, ToIntFunction<ContactId> epochs, Naming naming) {
        return new Touch(
                contact,
                epochs.applyAsInt(contact),
                0,
                0,
                0,
                null,
                null,
                true,
                at(naming.displayName()),
                at(naming.username()));
    }

    private static Touch once(ContactId contact, ToIntFunction<ContactId> epochs, Interaction interaction) {
        boolean message = interaction instanceof Message;
        return new Touch(
                contact,
                epochs.applyAsInt(contact),
                1,
                message && interaction.author() == Author.CUSTOMER ? 1 : 0,
                message && interaction.author().business() ? 1 : 0,
                interaction.occurredAt(),
                interaction.occurredAt(),
                false,
                null,
                null);
    }

    private Touch and(Touch other) {
        return new Touch(
                contact,
                epoch,
                interactions + other.interactions,
                fromCustomer + other.fromCustomer,
                fromBusiness + other.fromBusiness,
                first == null || other.first != null && other.first.isBefore(first) ? other.first : first,
                last == null || other.last != null && other.last.isAfter(last) ? other.last : last,
                named || other.named,
                namedAt == null ? other.namedAt : namedAt,
                usernameAt == null ? other.usernameAt : usernameAt);
    }

    private static @Nullable Instant at(Naming.@Nullable Name name) {
        return name == null ? null : name.at();
    }
}
