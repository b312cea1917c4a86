package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** E-mail addresses, written or dictated: "ana arroba example punto com". */
final class Mails {
    private static final int LONGEST = 24;

    private final Reading reading;
    private final Words words;
    private final StringBuilder domain = new StringBuilder();
    private int dots;
    private boolean spokenDot;

    private Mails(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
    }

    static List<Finding> in(Reading reading) {
        List<Finding> found = new ArrayList<>();
        for (int i = 1; i < reading.words().size(); i++) {
            Hit spoken = reading.hits().at(Meaning.AT, i);
            if (reading.words().at(i).is("@") || spoken != null) {
                new Mails(reading).around(i, spoken, found);
            }
        }
        return found;
    }

    private void around(int at, @Nullable Hit spoken, List<Finding> found) {
        StringBuilder local = new StringBuilder();
        int from = local(at, local);
        int to = domain(spoken == null ? at + 1 : spoken.to());
        int lastDot = domain.lastIndexOf(".");
        boolean whole = from < at && local.length() <= 64 && dots > 0 && domain.length() - lastDot > 2;
        boolean meant = spoken == null || !spoken.code().equals("only-with-dot") || spokenDot;
        if (whole && meant && Character.isLetter(domain.charAt(domain.length() - 1))) {
            FactValue value = new FactValue.Mail(local + "@" + domain);
            Finding mail = Finding.of(FactType.EMAIL, value, spoken == null ? 0.97 : 0.9, from, to);
            found.add(mail.of(Owner.of(reading, from, to)));
        }
    }

    /** The part before the sign, from right to left; its first word. */
    private int local(int at, StringBuilder local) {
        int from = at;
        boolean wanted = true;
        for (int i = at - 1; i >= 0 && at - i < LONGEST; i--) {
            if (written(i) && (wanted || words.joined(i + 1))) {
                local.insert(0, raw(i));
                from = i;
                wanted = false;
            } else {
                Hit link = linkEndingAt(i);
                if (link == null || wanted) {
                    break;
                }
                i = link.from();
                local.insert(0, link.code());
                wanted = true;
            }
        }
        if (wanted && local.length() > 0) {
            local.deleteCharAt(0);
        }
        return from;
    }

    private int domain(int start) {
        int to = start;
        boolean wanted = true;
        for (int i = start; i < words.size() && i - start < LONGEST; i++) {
            if (written(i) && (wanted || words.joined(i))) {
                domain.append(raw(i));
                to = i + 1;
                wanted = false;
            } else {
                Hit link = linkStartingAt(i);
                if (link == null || wanted || !written(link.to())) {
                    break;
                }
                dots += link.meaning() == Meaning.DOT ? 1 : 0;
                spokenDot |= link.meaning() == Meaning.DOT && words.at(i).letters();
                i = link.to() - 1;
                domain.append(link.code());
                wanted = true;
            }
        }
        return to;
    }

    private boolean written(int index) {
        Word word = words.at(index);
        return (word.letters() || word.digits()) && linkStartingAt(index) == null;
    }

    private String raw(int index) {
        Word word = words.at(index);
        return Letters.plain(words.text().substring(word.start(), word.end()));
    }

    private @Nullable Hit linkStartingAt(int index) {
        Hit sign = sign(index);
        if (sign != null) {
            return sign;
        }
        for (Meaning meaning : new Meaning[] {Meaning.DOT, Meaning.UNDERSCORE, Meaning.HYPHEN}) {
            Hit hit = reading.hits().at(meaning, index);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private @Nullable Hit linkEndingAt(int index) {
        Hit sign = sign(index);
        if (sign != null) {
            return sign;
        }
        for (Meaning meaning : new Meaning[] {Meaning.DOT, Meaning.UNDERSCORE, Meaning.HYPHEN}) {
            Hit hit = reading.hits().before(meaning, index + 1);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    /** A sign of an address has no space around it. */
    private @Nullable Hit sign(int index) {
        Word word = words.at(index);
        boolean sign = word.is(".") || word.is("_") || word.is("-") || word.is("+");
        return sign && words.joined(index) && words.joined(index + 1)
                ? new Hit(word.is(".") ? Meaning.DOT : Meaning.HYPHEN, word.plain(), index, index + 1)
                : null;
    }
}
