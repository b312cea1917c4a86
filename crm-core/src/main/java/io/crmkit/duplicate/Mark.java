package io.crmkit.duplicate;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Scheme;
import io.crmkit.insight.Matter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What contacts that are one person are likely to share: an e-mail address, the end of a phone number, the sound of two
 * words of a name. Storage keeps only keyed hashes of marks.
 *
 * @since 0.1
 */
public record Mark(Kind kind, String text) {
    /** Names of more words are compared by the first ones. */
    private static final int WORDS = 4;

    /** What a mark is of; those of addresses say more and come first. */
    public enum Kind {
        ADDRESS,
        NAME;

        /** A place among those of its kind, from a hash of the text. */
        public long place(long hash) {
            return this == ADDRESS ? hash | Long.MIN_VALUE : hash & Long.MAX_VALUE;
        }
    }

    /** Of what a contact is called. */
    public static Set<Mark> of(Naming naming) {
        Set<Mark> marks = new HashSet<>();
        if (naming.displayName() != null) {
            name(naming.displayName().value(), marks);
        }
        return marks;
    }

    /** Of the addresses a contact holds. */
    public static Set<Mark> of(Collection<Identifier> identifiers) {
        Set<Mark> marks = new HashSet<>();
        for (Identifier identifier : identifiers) {
            if (identifier.scheme().equals(Scheme.EMAIL)) {
                marks.add(email(identifier.value()));
            } else if (identifier.scheme().equals(Scheme.PHONE)) {
                phone(identifier.value(), marks);
            }
        }
        return marks;
    }

    /** Of what a contact states of itself. */
    public static Set<Mark> stated(Collection<Matter> matters) {
        Set<Mark> marks = new HashSet<>();
        for (Matter matter : matters) {
            if (matter.value() instanceof FactValue.Mail mail) {
                marks.add(email(mail.address()));
            } else if (matter.value() instanceof FactValue.Phone phone) {
                phone(phone.e164(), marks);
            } else if (matter.type() == FactType.PERSON_NAME) {
                name(matter.value().text(), marks);
            }
        }
        return marks;
    }

    /** All of a contact. */
    public static Set<Mark> of(Candidate candidate) {
        Set<Mark> marks = of(candidate.contact().contact().naming());
        marks.addAll(of(candidate.contact().contact().identifiers()));
        marks.addAll(stated(candidate.stated()));
        return marks;
    }

    static Mark email(String address) {
        return new Mark(Kind.ADDRESS, address.strip().toLowerCase(Locale.ROOT));
    }

    private static void phone(String number, Set<Mark> into) {
        Line line = Line.of(number);
        if (line.whole()) {
            into.add(new Mark(Kind.ADDRESS, line.tail()));
        }
    }

    /** Two words that sound the same in any order; and one of them, with how the other begins, for when that is mistyped. */
    private static void name(String name, Set<Mark> into) {
        List<String> words = PersonName.of(name).words().stream()
                .map(Nicknames::proper)
                .filter(word -> word.length() > 1)
                .limit(WORDS)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < words.size(); j++) {
                String one = Sound.of(words.get(i));
                String other = Sound.of(words.get(j));
                if (one.compareTo(other) < 0) {
                    into.add(new Mark(Kind.NAME, one + " " + other));
                }
                if (i != j) {
                    into.add(new Mark(Kind.NAME, one + "*" + other.charAt(0)));
                }
            }
        }
    }

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "Mark[" + kind + "]";
    }
}
