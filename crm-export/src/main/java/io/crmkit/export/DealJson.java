package io.crmkit.export;

import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Transfer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What a scheduler or a till told, as an entry of a timeline. */
final class DealJson {
    private DealJson() {}

    static void fields(JsonGenerator json, Dealing dealing) {
        if (dealing.deal() instanceof Booking booking) {
            EntryJson.word(json, "type", booking.status());
            json.writeStringProperty("id", dealing.subject().id());
            EntryJson.time(json, "start", booking.start());
            json.writeStringProperty("service", booking.service());
            json.writeStringProperty("staff", booking.staff());
            money(json, "price", booking.price());
        } else if (dealing.deal() instanceof Transfer transfer) {
            EntryJson.word(json, "type", transfer.kind());
            json.writeStringProperty("id", dealing.subject().id());
            money(json, "amount", transfer.money());
        }
    }

    private static void money(JsonGenerator json, String name, @Nullable Money money) {
        if (money != null) {
            json.writeNumberProperty(name, money.amount());
            json.writeStringProperty("currency", money.currency());
        }
    }
}
