package io.crmkit.ai.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A language that is read. */
enum Language {
    ES(
            "el los las un una unos y que de del por para con en no si me te le lo se mi tu su es soy esta estan hay muy pero como"
                    + " cuando donde cuanto hola gracias buenas buen dia tardes quiero queria necesito tengo puedo turno"
                    + " manana hoy dale bien ya nada mas favor hasta desde hace semana mes viene proximo jueves viernes martes o al a ni sin"
                    + " miercoles lunes martes sabado domingo enero febrero abril mayo junio julio agosto tarde noche"),
    PT("o os as um uma e que do da dos das no na nos nas por para com em nao sim me te lhe meu minha seu sua sou esta"
            + " tem muito mas como quando onde quanto oi ola obrigado obrigada bom boa dia tarde noite quero queria"
            + " preciso tenho posso voces voce amanha hoje bem ja mais ate desde faz semana mes vem proxima segunda"
            + " terca quarta quinta sexta feira sabado domingo janeiro fevereiro marco maio junho julho setembro"
            + " outubro dezembro manha horas"),
    EN("the a an and that of for with in on at not no yes i me you my your is am are was have has do does did can could"
            + " would will want need like please thanks thank hi hello hey good morning afternoon evening night"
            + " today tomorrow next week month what when where how much but it this to from by or be im its dont"
            + " monday tuesday wednesday thursday friday saturday sunday january february march june july"
            + " september october november december");

    private static final Map<String, int[]> VOTES = new HashMap<>();

    static {
        for (Language language : values()) {
            for (String word : Lines.cut(language.common, ' ')) {
                VOTES.computeIfAbsent(word, any -> new int[3])[language.ordinal()]++;
            }
        }
    }

    private final String common;

    Language(String common) {
        this.common = common;
    }

    /** The language most of the words are of; the one given if none or several are. */
    static Language of(Words words, Language otherwise) {
        int[] votes = new int[3];
        int read = Math.min(words.size(), 200);
        for (int i = 0; i < read; i++) {
            int[] word = VOTES.get(words.at(i).plain());
            for (int language = 0; word != null && language < votes.length; language++) {
                votes[language] += word[language];
            }
        }
        Language best = otherwise;
        for (Language language : values()) {
            if (votes[language.ordinal()] > votes[best.ordinal()]) {
                best = language;
            }
        }
        return best;
    }

    static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "pt" -> PT;
            case "en" -> EN;
            default -> ES;
        };
    }

    static boolean common(String word) {
        return VOTES.containsKey(word);
    }
}
