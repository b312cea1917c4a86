package io.crmkit.interaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The changes made to a message after it was said, each kept once, in provider-time order. What reads off it does not
 * depend on the order in which they came.
 */
final class Edits {
    private static final Comparator<MessageEdited> ORDER = Comparator.comparing(MessageEdited::at)
            .thenComparing(edit -> String.valueOf(edit.content().text()))
            .thenComparing(edit -> String.valueOf(edit.content().raw()));

    private Edits() {}

    static List<MessageEdited> plus(List<MessageEdited> known, MessageEdited one) {
        if (known.stream().anyMatch(edit -> ORDER.compare(edit, one) == 0)) {
            return known;
        }
        List<MessageEdited> all = new ArrayList<>(known);
        all.add(one);
        all.sort(ORDER);
        return List.copyOf(all);
    }

    static List<Reacted> plus(List<Reacted> known, Reacted one) {
        List<Reacted> all = new ArrayList<>(known);
        Reacted old = all.stream().filter(r -> r.by() == one.by()).findFirst().orElse(null);
        if (old != null && !newer(one, old)) {
            return known;
        }
        all.remove(old);
        all.add(one);
        all.sort(Comparator.comparing(Reacted::by));
        return List.copyOf(all);
    }

    private static boolean newer(Reacted one, Reacted old) {
        int age = one.at().compareTo(old.at());
        return age > 0 || age == 0 && one.emoji().compareTo(old.emoji()) > 0;
    }
}
