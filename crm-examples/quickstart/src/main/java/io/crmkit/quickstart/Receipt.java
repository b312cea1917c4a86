package io.crmkit.quickstart;

import io.crmkit.interaction.Author;
import io.crmkit.interaction.Message;

/** How far a message of the business got, in ticks. */
final class Receipt {
    private Receipt() {}

    static String of(Message message, Style style) {
        if (message.author() == Author.CUSTOMER) {
            return "";
        }
        return switch (message.state()) {
            case RECEIVED -> "";
            case PENDING -> style.dim("… pending");
            case SENT -> style.dim("✓  sent");
            case DELIVERED -> style.dim("✓✓ delivered");
            case READ -> style.good("✓✓ read");
            case PLAYED -> style.good("✓✓ played");
            case FAILED -> style.bad("✗  failed");
        };
    }
}
