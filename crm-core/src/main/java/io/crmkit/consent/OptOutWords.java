package io.crmkit.consent;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Words that, as a whole message, mean that somebody wants to be sent nothing any more: in Spanish, Portuguese, English. */
public final class OptOutWords {
    private static final int LONGEST = 60;

    private static final Set<String> WORDS = Set.of(
            "stop",
            "stop all",
            "stopall",
            "unsubscribe",
            "cancel",
            "quit",
            "end",
            "opt out",
            "optout",
            "remove me",
            "baja",
            "dar de baja",
            "dame de baja",
            "darme de baja",
            "quiero darme de baja",
            "alto",
            "parar",
            "cancelar",
            "cancelar suscripcion",
            "desuscribir",
            "desuscribirme",
            "no quiero recibir mas mensajes",
            "no me escriban mas",
            "sair",
            "pare",
            "descadastrar",
            "cancelar inscricao",
            "nao quero receber mais mensagens");

    private OptOutWords() {}

    /** Whether a message says it, whatever its case, accents and punctuation. */
    public static boolean are(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        StringBuilder words = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
                .filter(c -> c != ' ' || !words.isEmpty() && words.charAt(words.length() - 1) != ' ')
                .forEach(words::appendCodePoint);
        return WORDS.contains(words.toString().strip());
    }
}
