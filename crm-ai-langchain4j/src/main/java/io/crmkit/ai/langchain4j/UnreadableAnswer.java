package io.crmkit.ai.langchain4j;

/** An answer of the model's that is not the JSON it was asked for. Never leaves the package: it holds the answer. */
final class UnreadableAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final String answer;
    private final String reason;

    UnreadableAnswer(String answer, String reason) {
        super("unreadable answer");
        this.answer = answer;
        this.reason = reason;
    }

    /** The beginning of the answer, for the model to see what it said. */
    String shown(int length) {
        String start = answer.substring(0, Math.min(length, answer.length()));
        return start.isBlank() ? "(nothing)" : start;
    }

    String reason() {
        return reason;
    }
}
