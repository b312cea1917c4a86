package io.crmkit.analytics;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * How the business dealt with those who wrote to it, in one period: with the conversations that began in it, whenever
 * they were answered, and by the feedback given in it. Times are by the clock, nights and holidays included.
 *
 * @param from the first day of the period
 * @param to the last day of the period
 * @param conversations how many began
 * @param asked in how many the customer wrote
 * @param byBot how long customers waited for the first answer where the bot gave it
 * @param byAgent the same where an agent gave it
 * @param handover how long it took from when a person was called for to an agent's first message
 * @param resolution how long it took from the beginning to the customer's saying that it is settled
 * @param botAlone in how many the bot wrote and no agent
 * @param withAgent in how many an agent wrote
 * @param settledByBot how many were settled without an agent
 * @since 0.1
 */
public record Operations(
        LocalDate from,
        LocalDate to,
        int conversations,
        int asked,
        Spread byBot,
        Spread byAgent,
        Spread handover,
        Spread resolution,
        int botAlone,
        int withAgent,
        int settledByBot,
        Feedback feedback) {
    /** In how many the customer wrote and nobody answered. */
    public int unanswered() {
        return asked - byBot.count() - byAgent.count();
    }

    /** Of those in which the business wrote, in which only the bot did: 0 to 1. Empty where it wrote in none. */
    public OptionalDouble botShare() {
        return share(botAlone, botAlone + withAgent);
    }

    /** Of all, which were settled: 0 to 1. Empty where there were none. */
    public OptionalDouble settled() {
        return share(resolution.count(), conversations);
    }

    private static OptionalDouble share(int part, int of) {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / of);
    }
}
