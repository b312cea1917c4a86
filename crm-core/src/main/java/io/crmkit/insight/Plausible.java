package io.crmkit.insight;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.FactValue.Code;
import io.crmkit.ai.FactValue.Mail;
import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.Money;
import io.crmkit.ai.FactValue.Phone;
import io.crmkit.ai.FactValue.Score;
import io.crmkit.ai.FactValue.Text;
import io.crmkit.insight.Folded.Word;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a value fits its type and comes out of the words it is said to come from. */
final class Plausible {
    private static final double ENOUGH = 0.75;
    private static final int CODE_LENGTH = 64;
    private static final Set<String> NUMBER_WORDS = Set.of(
            "cem",
            "cero",
            "cien",
            "ciento",
            "cinco",
            "cincuenta",
            "cinquenta",
            "cuarenta",
            "cuatro",
            "dez",
            "diez",
            "doce",
            "dois",
            "dos",
            "doscientos",
            "eight",
            "eighty",
            "eleven",
            "fifteen",
            "fifty",
            "five",
            "forty",
            "four",
            "grand",
            "hundred",
            "k",
            "luca",
            "lucas",
            "mil",
            "milhao",
            "million",
            "millon",
            "nine",
            "ninety",
            "nove",
            "noventa",
            "nueve",
            "ochenta",
            "ocho",
            "oito",
            "once",
            "one",
            "palo",
            "palos",
            "quarenta",
            "quatro",
            "quince",
            "quinhentos",
            "quinientos",
            "seis",
            "sesenta",
            "sessenta",
            "sete",
            "setenta",
            "seven",
            "seventy",
            "siete",
            "six",
            "sixty",
            "ten",
            "thirty",
            "thousand",
            "three",
            "treinta",
            "tres",
            "trinta",
            "twelve",
            "twenty",
            "two",
            "um",
            "un",
            "una",
            "uno",
            "veinte",
            "vinte");

    private final BusinessContext business;
    private final int valueLength;

    Plausible(BusinessContext business, int valueLength) {
        this.business = business;
        this.valueLength = valueLength;
    }

    /** Whether the value is one its type may have. */
    boolean fits(FactCandidate candidate, Instant saidAt) {
        FactValue value = candidate.value();
        if (candidate.key().length() > CODE_LENGTH || candidate.relation().length() > CODE_LENGTH) {
            return false;
        }
        if (value instanceof Text text) {
            return candidate.type() != FactType.EMAIL
                    && candidate.type() != FactType.PHONE
                    && text.value().length() <= valueLength
                    && text.value().chars().noneMatch(c -> c < ' ' && c != '\n');
        } else if (value instanceof Code code) {
            return code.value().length() <= CODE_LENGTH
                    && code.value().chars().noneMatch(c -> c < ' ')
                    && offered(candidate.type(), code.value());
        } else if (value instanceof Moment moment) {
            LocalDateTime said = LocalDateTime.ofInstant(saidAt, ZoneOffset.UTC);
            return candidate.type() == FactType.BIRTH_DATE
                    ? within(moment, said.minusYears(130), said.plusDays(2))
                    : within(moment, said.minusYears(5), said.plusYears(5));
        }
        return type(candidate.type(), value);
    }

    private static boolean type(FactType type, FactValue value) {
        return switch (type) {
            case EMAIL -> value instanceof Mail;
            case PHONE -> value instanceof Phone;
            case PERSON_NAME, COMPANY, ADDRESS -> false;
            default -> true;
        };
    }

    private static boolean within(Moment moment, LocalDateTime first, LocalDateTime last) {
        return moment.start().isAfter(first) && moment.start().isBefore(last);
    }

    private boolean offered(FactType type, String code) {
        return switch (type) {
            case SERVICE -> has(business.services(), code);
            case INSURANCE -> has(business.insurers(), code);
            default -> type(type, new Code(code));
        };
    }

    private static boolean has(List<CatalogueEntry> entries, String code) {
        return entries.stream().anyMatch(entry -> entry.code().equals(code));
    }

    /** Whether the value comes out of these words. */
    static boolean from(FactValue value, String words) {
        if (value instanceof Text text) {
            return share(text.value(), words) >= ENOUGH;
        } else if (value instanceof Mail mail) {
            return share(withoutTopLevel(mail.address()), words) >= ENOUGH;
        } else if (value instanceof Phone phone) {
            String said = digits(words);
            String end = phone.e164().substring(phone.e164().length() - 6);
            return said.contains(end) || said.isEmpty() && numbers(words) > 2;
        } else if (value instanceof Money money) {
            String said = digits(words);
            String amount = digits(money.amount().stripTrailingZeros().toPlainString());
            String significant = stripZeros(amount);
            return said.isEmpty() ? numbers(words) > 0 : significant.isEmpty() || said.contains(significant);
        } else if (value instanceof Score || value instanceof Moment || value instanceof Code) {
            return true;
        }
        return false;
    }

    private static String withoutTopLevel(String address) {
        int dot = address.lastIndexOf('.');
        return dot > address.indexOf('@') ? address.substring(0, dot) : address;
    }

    /** How much of the value's letters and digits are of words that stand there too. */
    private static double share(String value, String words) {
        Set<String> said = new HashSet<>();
        Folded.of(words).split().forEach(word -> said.add(word.text()));
        int all = 0;
        int found = 0;
        for (Word word : Folded.of(value).split()) {
            all += word.text().length();
            found += said.contains(word.text()) ? word.text().length() : 0;
        }
        return all == 0 ? 0 : (double) found / all;
    }

    private static long numbers(String words) {
        return Folded.of(words).split().stream()
                .filter(word -> NUMBER_WORDS.contains(word.text()))
                .count();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static String stripZeros(String digits) {
        int from = 0;
        int to = digits.length();
        while (from < to && digits.charAt(from) == '0') {
            from++;
        }
        while (to > from && digits.charAt(to - 1) == '0') {
            to--;
        }
        return digits.substring(from, to);
    }
}
