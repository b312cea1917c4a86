package io.crmkit.ai.langchain4j;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.Moment.Grain;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The value of a fact in the form its type calls for; empty if what the model gave does not fit. */
final class Values {
    private static final int AMOUNT = 15;

    private final BusinessContext business;
    private final int longest;

    Values(BusinessContext business, int longest) {
        this.business = business;
        this.longest = longest;
    }

    Optional<FactValue> of(FactType type, String key, JsonNode fact) {
        String value = Json.text(fact, "value");
        if (value.isEmpty() || value.length() > longest) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(type, key, value, fact))
                    .filter(read -> read.text().length() <= longest);
        } catch (DateTimeException | IllegalArgumentException misfit) {
            return Optional.empty();
        }
    }

    private FactValue read(FactType type, String key, String value, JsonNode fact) {
        return switch (type) {
            case EMAIL -> mail(value);
            case PHONE -> phone(value);
            case PRICE -> money(value, Json.text(fact, "currency"));
            case DATE_TIME, BIRTH_DATE -> moment(value, fact);
            case SERVICE -> offered(business.services(), value);
            case INSURANCE -> offered(business.insurers(), value);
            case PREFERENCE -> key.isEmpty() ? new FactValue.Text(value) : new FactValue.Code(key + "=" + value);
            default -> new FactValue.Text(value);
        };
    }

    private static FactValue mail(String value) {
        if (value.chars().anyMatch(c -> c <= ' ' || c == ',' || c == '<' || c == '>' || c == ';')
                || value.indexOf('@') != value.lastIndexOf('@')) {
            throw new IllegalArgumentException("no e-mail address");
        }
        return new FactValue.Mail(value.toLowerCase(Locale.ROOT));
    }

    private static FactValue phone(String value) {
        String plain = value.replace(" ", "").replace("-", "").replace("(", "").replace(")", "");
        if (!digits(plain.substring(Math.min(1, plain.length())))) {
            throw new IllegalArgumentException("no phone number");
        }
        return new FactValue.Phone(plain);
    }

    /** Plain decimals alone: an exponent could stand for a number without end. */
    private FactValue money(String value, String currency) {
        int point = value.indexOf('.');
        String whole = point < 0 ? value : value.substring(0, point);
        String rest = point < 0 ? "0" : value.substring(point + 1);
        String code = currency.isEmpty() ? business.currency() : currency;
        boolean iso = code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        if (value.length() > AMOUNT || !digits(whole) || !digits(rest) || !iso) {
            throw new IllegalArgumentException("no amount of money");
        }
        return new FactValue.Money(new BigDecimal(value), code);
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static FactValue moment(String value, JsonNode fact) {
        String said = Json.text(fact, "grain");
        String last = Json.text(fact, "end");
        Grain grain = said.isEmpty() ? value.indexOf('T') < 0 ? Grain.DAY : Grain.MINUTE : Grain.valueOf(said);
        return new Moment(
                point(value),
                last.isEmpty() ? null : point(last),
                grain,
                fact.path("approximate").asBoolean(false));
    }

    private static LocalDateTime point(String text) {
        return text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }

    private static FactValue offered(List<CatalogueEntry> entries, String value) {
        return entries.stream().anyMatch(entry -> entry.code().equals(value))
                ? new FactValue.Code(value)
                : new FactValue.Text(value);
    }
}
