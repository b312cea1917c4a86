package io.crmkit.assist;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Habits;
import io.crmkit.contact.ContactId;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Interaction;
import java.util.List;
import java.util.Optional;

/**
 * What a chatbot needs to know about the contact it talks with.
 *
 * @param name what to call them
 * @param preferences how they would rather have it
 * @param openQuestions what they asked since the business last answered, in their words
 * @param inquiries what they came for, the first inquiry first
 * @param known what else is known of them
 * @param recent the newest messages, oldest first
 * @param next the appointment they have next
 * @param last the one they came to last
 * @param habits how they book
 * @param suggestions what to propose to them now
 * @param text the same as text, most useful first, no longer than asked for; each line stands alone, and what the customer
 *     wrote never begins one
 * @since 0.1
 */
public record ChatContext(
        ContactId contact,
        Optional<String> name,
        List<Fact> preferences,
        List<String> openQuestions,
        List<String> inquiries,
        List<Fact> known,
        List<Interaction> recent,
        Optional<Appointment> next,
        Optional<Appointment> last,
        Habits habits,
        List<BookingSuggestion> suggestions,
        String text) {

    /** Without what it says, which is personal. */
    @Override
    public String toString() {
        return "ChatContext[" + contact + ", " + text.length() + " characters]";
    }
}
