package io.crmkit.ai;

/**
 * The place where something was said.
 *
 * @param messageId a message of the window
 * @param start in UTF-16 units, as {@link String#substring(int, int)} counts
 * @param end exclusive
 * @param quote the words, as the extractor has them; they are looked up again
 * @param alignment how closely the words match the message
 * @since 0.1
 */
public record Evidence(String messageId, int start, int end, String quote, Alignment alignment) {
    public Evidence {
        Checks.notBlank(messageId, "messageId");
        Checks.notBlank(quote, "quote");
        Checks.atLeast(0, start, "start");
        if (end <= start) {
            throw new IllegalArgumentException("end must be after start");
        }
    }

    /** Without the quote, which is personal. */
    @Override
    public String toString() {
        return "Evidence[" + messageId + ", " + start + "-" + end + ", " + alignment + "]";
    }
}
