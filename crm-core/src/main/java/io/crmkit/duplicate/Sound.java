package io.crmkit.duplicate;

/**
 * How a word of a name sounds, roughly, to who speaks Spanish, Portuguese or English: its first letter and the consonants
 * after it, those that are confused written as one. So words that differ by an accent, a vowel, a doubled letter, b and
 * v, s and z, j and g, or by letters swapped around a vowel sound the same. In the manner of Soundex (Russell, 1918).
 */
final class Sound {
    private Sound() {}

    /** @param word in lower case without accents, not empty */
    static String of(String word) {
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            char heard = heard(word.charAt(i), next);
            boolean vowel = "aeiou".indexOf(heard) >= 0;
            boolean again = sound.length() > 0 && sound.charAt(sound.length() - 1) == heard;
            if (heard != ' ' && !again && (!vowel || sound.length() == 0)) {
                sound.append(heard);
            }
        }
        return sound.length() == 0 ? word : sound.toString();
    }

    private static char heard(char letter, char next) {
        boolean soft = next == 'e' || next == 'i';
        return switch (letter) {
            case 'h' -> ' ';
            case 'v', 'w' -> 'b';
            case 'z', 'x' -> 's';
            case 'c' -> soft ? 's' : next == 'h' ? 'x' : 'k';
            case 'q' -> 'k';
            case 'g' -> soft ? 'j' : 'g';
            case 'p' -> next == 'h' ? 'f' : 'p';
            case 'y' -> 'i';
            case 'l' -> next == 'l' ? ' ' : 'l';
            default -> letter;
        };
    }
}
