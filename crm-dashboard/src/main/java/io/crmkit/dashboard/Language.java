package io.crmkit.dashboard;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The languages the pages speak. */
enum Language {
    RIOPLATENSE("es-AR", "Español (Argentina)"),
    SPANISH("es", "Español"),
    PORTUGUESE("pt-BR", "Português"),
    ENGLISH("en", "English");

    private static final Set<String> VOSEO = Set.of("AR", "UY", "PY");

    private final String tag;
    private final String title;

    Language(String tag, String title) {
        this.tag = tag;
        this.title = title;
    }

    String tag() {
        return tag;
    }

    /** In itself. */
    String title() {
        return title;
    }

    /** What a tenant's staff speaks; of others Spanish. */
    static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "pt" -> PORTUGUESE;
            case "en" -> ENGLISH;
            default -> VOSEO.contains(locale.getCountry()) ? RIOPLATENSE : SPANISH;
        };
    }

    static Optional<Language> chosen(String tag) {
        return Stream.of(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }

    /** The locale there is a file for. */
    Locale written() {
        return switch (this) {
            case RIOPLATENSE -> new Locale("es", "AR");
            case SPANISH -> new Locale("es");
            case PORTUGUESE -> new Locale("pt");
            case ENGLISH -> new Locale("en");
        };
    }

    /** @param tenant whose way to write numbers and dates is kept where it speaks this language */
    Words words(Locale tenant) {
        return Words.of(this, of(tenant) == this ? tenant : Locale.forLanguageTag(tag));
    }
}
