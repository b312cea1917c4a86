package io.crmkit.ai;

/**
 * What reading a window took.
 *
 * @param calls to a model; 0 where there is none
 * @since 0.1
 */
public record Usage(int calls, long inputTokens, long outputTokens) {
    /** No model was asked. */
    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage {
        Checks.atLeast(0, calls, "calls");
        Checks.atLeast(0, inputTokens, "inputTokens");
        Checks.atLeast(0, outputTokens, "outputTokens");
    }
}
