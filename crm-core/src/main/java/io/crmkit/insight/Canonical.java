package io.crmkit.insight;

import io.crmkit.ai.FactValue;
import io.crmkit.ai.FactValue.Code;
import io.crmkit.ai.FactValue.Mail;
import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.Money;
import io.crmkit.ai.FactValue.Phone;
import io.crmkit.ai.FactValue.Score;
import io.crmkit.ai.FactValue.Text;
import java.util.Locale;

/** One way of writing each value. Stored as a hash, so it never changes. */
final class Canonical {
    private Canonical() {}

    static String of(FactValue value) {
        if (value instanceof Text text) {
            return "t:" + Folded.words(text.value());
        } else if (value instanceof Code code) {
            return "c:" + code.value();
        } else if (value instanceof Money money) {
            return "m:" + money.amount().stripTrailingZeros().toPlainString() + money.currency();
        } else if (value instanceof Phone phone) {
            return "p:" + phone.e164();
        } else if (value instanceof Mail mail) {
            return "e:" + mail.address().toLowerCase(Locale.ROOT);
        } else if (value instanceof Moment moment) {
            return "d:" + moment.start() + "/" + moment.end() + "/" + moment.grain()
                    + (moment.approximate() ? "~" : "");
        }
        return "s:" + ((Score) value).value();
    }
}
