package io.crmkit.ai.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in digits or words.
 *
 * @param to the word after it
 */
record Numbers(BigDecimal value, int to) {
    /** A whole number up to 999 in words, or one group of digits; null if there is none. */
    static @Nullable Numbers small(Reading reading, int at) {
        Word word = reading.words().at(at);
        if (word.digits() && word.plain().length() <= 4) {
            return new Numbers(new BigDecimal(word.plain()), at + 1);
        }
        Hit hit = reading.hits().at(Meaning.NUMBER, at);
        if (hit == null) {
            return null;
        }
        int sum = hit.number();
        int to = hit.to();
        if (sum >= 20 && sum % 10 == 0) {
            int next = Word.Kind.LETTERS == reading.words().at(to).kind()
                            && (reading.words().at(to).is("y")
                                    || reading.words().at(to).is("e"))
                    ? to + 1
                    : to;
            Hit more = reading.hits().at(Meaning.NUMBER, next);
            if (more != null && more.number() < (sum >= 100 ? 100 : 10) && more.number() > 0) {
                sum += more.number();
                to = more.to();
            }
        }
        return new Numbers(BigDecimal.valueOf(sum), to);
    }

    /** An amount such as {@code 1.200,50}; three digits after the last sign are thousands. */
    static @Nullable Numbers amount(Reading reading, int at) {
        Words words = reading.words();
        if (!words.at(at).digits() || words.at(at).plain().length() > 12) {
            return words.at(at).digits() ? null : small(reading, at);
        }
        StringBuilder whole = new StringBuilder(words.at(at).plain());
        String cents = "";
        int to = at + 1;
        while (whole.length() <= 12 && separated(words, to)) {
            String group = words.at(to + 1).plain();
            if (group.length() == 3) {
                whole.append(group);
                to += 2;
            } else if (group.length() <= 2) {
                cents = "." + group;
                to += 2;
                break;
            } else {
                break;
            }
        }
        return new Numbers(new BigDecimal(whole + cents), to);
    }

    private static boolean separated(Words words, int at) {
        return (words.at(at).is(".") || words.at(at).is(","))
                && words.joined(at)
                && words.joined(at + 1)
                && words.at(at + 1).digits();
    }

    int whole() {
        return value.intValue();
    }
}
