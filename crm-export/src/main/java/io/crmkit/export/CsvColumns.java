package io.crmkit.export;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a file mean, by their headings; upper and lower case and accents are the same. Immutable.
 *
 * @since 0.1
 */
public final class CsvColumns {
    private final Map<String, Meaning> meanings;

    private CsvColumns(Map<String, Meaning> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    /** What a column holds. */
    public sealed interface Meaning {}

    /** One of the columns every list has. */
    public enum Field implements Meaning {
        NAME,
        PHONE,
        EMAIL,
        /** Several, with commas or semicolons between: {@code name} or {@code category:name}. */
        TAGS,
        /** Several: {@code scheme:value} or {@code scheme@scope:value}. */
        IDENTIFIERS,
        /** One of {@code active, inactive, blocked}, where somebody set it. */
        STATUS,
        /** Whether they are to be sent nothing unasked: {@code yes}, {@code sí}, {@code sim}, {@code true}, {@code x}, {@code 1}. */
        OPTED_OUT
    }

    /** A custom attribute that the tenant's settings declare. */
    public record Attribute(String name) implements Meaning {}

    /**
     * The id that a contact has somewhere else.
     *
     * @param scope what it is unique in; may be empty
     */
    public record Id(Scheme scheme, String scope) implements Meaning {
        Identifier of(String value) {
            return new Identifier(scheme, scope, value);
        }
    }

    /** The usual headings in Spanish, Portuguese and English, and those that exports have. */
    public static CsvColumns standard() {
        return new CsvColumns(Map.of())
                .with(Field.NAME, "name", "nombre", "nome", "full name", "nombre completo", "nome completo")
                .with(Field.PHONE, "phone", "telefono", "telefone", "celular", "movil", "whatsapp", "mobile")
                .with(Field.EMAIL, "email", "e-mail", "mail", "correo", "correo electronico")
                .with(Field.TAGS, "tags", "etiquetas", "labels")
                .with(Field.IDENTIFIERS, CsvHeading.IDENTIFIERS.all())
                .with(Field.STATUS, CsvHeading.STATUS.all())
                .with(Field.OPTED_OUT, "opted out", "opt out", "opt-out", "unsubscribed", "baja", "descadastrado");
    }

    /** These and more. */
    public CsvColumns with(Meaning meaning, String... headings) {
        Map<String, Meaning> more = new HashMap<>(meanings);
        for (String heading : headings) {
            more.put(folded(heading), meaning);
        }
        return new CsvColumns(more);
    }

    Optional<Meaning> of(String heading) {
        String folded = folded(heading);
        Optional<Meaning> known = Optional.ofNullable(meanings.get(folded));
        return folded.startsWith(CsvHeading.ATTRIBUTE)
                ? known.or(() -> Optional.of(new Attribute(folded.substring(CsvHeading.ATTRIBUTE.length()))))
                : known;
    }

    private static String folded(String heading) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(heading.strip(), Normalizer.Form.NFD)
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != '\uFEFF')
                .forEach(c -> plain.append((char) c));
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
