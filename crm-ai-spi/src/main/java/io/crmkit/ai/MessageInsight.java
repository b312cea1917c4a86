package io.crmkit.ai;

import java.util.List;
import java.util.Set;

/**
 * What one message shows beside facts.
 *
 * @param intents what the customer wants, as codes of the tenant's list such as {@code BOOK}
 * @param questions what they ask, in their words
 * @param injectionSuspected whether the text speaks to the machine rather than to the business; it then shows a badge
 *     and stays out of windows for language models
 * @param confidence from 0 to 1
 * @since 0.1
 */
public record MessageInsight(
        String messageId,
        Sentiment sentiment,
        Set<String> intents,
        List<String> questions,
        boolean frustration,
        boolean injectionSuspected,
        double confidence) {
    public MessageInsight {
        Checks.notBlank(messageId, "messageId");
        Checks.share(confidence, "confidence");
        intents = Set.copyOf(intents);
        questions = List.copyOf(questions);
    }

    /** Without the questions, which are personal. */
    @Override
    public String toString() {
        return "MessageInsight[" + messageId + ", " + sentiment + ", " + intents + "]";
    }
}
