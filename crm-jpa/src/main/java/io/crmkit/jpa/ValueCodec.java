package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.ai.FactValue;
import io.crmkit.ai.FactValue.Code;
import io.crmkit.ai.FactValue.Mail;
import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.Money;
import io.crmkit.ai.FactValue.Phone;
import io.crmkit.ai.FactValue.Score;
import io.crmkit.ai.FactValue.Text;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The value of a fact: its form, then what the form needs. */
final class ValueCodec {
    private ValueCodec() {}

    static void write(FieldWriter to, FactValue value) {
        if (value instanceof Text text) {
            to.text("text").text(text.value());
        } else if (value instanceof Code code) {
            to.text("code").text(code.value());
        } else if (value instanceof Money money) {
            to.text("money").text(money.amount().toPlainString()).text(money.currency());
        } else if (value instanceof Phone phone) {
            to.text("phone").text(phone.e164());
        } else if (value instanceof Mail mail) {
            to.text("mail").text(mail.address());
        } else if (value instanceof Moment moment) {
            LocalDateTime end = moment.end();
            to.text("moment")
                    .text(moment.start().toString())
                    .text(end == null ? null : end.toString())
                    .word(moment.grain())
                    .flag(moment.approximate());
        } else {
            to.text("score").decimal(((Score) value).value());
        }
    }

    static FactValue read(FieldReader from) {
        String form = required(from.text());
        return switch (form) {
            case "text" -> new Text(required(from.text()));
            case "code" -> new Code(required(from.text()));
            case "money" -> new Money(new BigDecimal(required(from.text())), required(from.text()));
            case "phone" -> new Phone(required(from.text()));
            case "mail" -> new Mail(required(from.text()));
            case "moment" -> moment(from);
            case "score" -> new Score(from.decimal());
            default -> throw new GarbledRecord("a value has a form that is not known");
        };
    }

    private static Moment moment(FieldReader from) {
        LocalDateTime start = LocalDateTime.parse(required(from.text()));
        String end = from.text();
        return new Moment(
                start, end == null ? null : LocalDateTime.parse(end), from.word(Moment.Grain.class), from.flag());
    }
}
