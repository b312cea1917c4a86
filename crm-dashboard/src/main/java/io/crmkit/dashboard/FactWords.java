package io.crmkit.dashboard;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.PhoneDisplay;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what somebody typed in place of a fact. */
final class FactWords {
    private static final int LONGEST = 500;

    private static final Set<FactType> TYPED = EnumSet.of(
            FactType.PERSON_NAME,
            FactType.EMAIL,
            FactType.PHONE,
            FactType.ADDRESS,
            FactType.LOCATION,
            FactType.COMPANY,
            FactType.COMPETITOR,
            FactType.FEATURE,
            FactType.PAIN_POINT,
            FactType.INSURANCE,
            FactType.SOURCE);

    private FactWords() {}

    /** Whether a fact of this type is a word that can be typed. */
    static boolean typed(FactType type) {
        return TYPED.contains(type);
    }

    static Set<FactType> all() {
        return TYPED;
    }

    /** Empty if it is none of this type. */
    static Optional<FactValue> read(FactType type, String text, String country) {
        if (!typed(type) || text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (type) {
            case EMAIL -> mail(text.strip().toLowerCase(Locale.ROOT));
            case PHONE ->
                PhoneDisplay.read(text, country)
                        .map(Identifier::value)
                        .map(value -> value.startsWith("+") ? value : "+" + value)
                        .filter(value -> value.length() >= 8 && value.length() <= 16)
                        .map(FactValue.Phone::new);
            default -> Optional.of(new FactValue.Text(text.strip()));
        };
    }

    private static Optional<FactValue> mail(String text) {
        int at = text.indexOf('@');
        boolean plain = at > 0 && at < text.length() - 1 && text.chars().noneMatch(Character::isWhitespace);
        return plain ? Optional.of(new FactValue.Mail(text)) : Optional.empty();
    }
}
