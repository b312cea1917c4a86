package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Identity numbers after the name of their document. */
final class Documents {
    private static final Set<String> FILLERS =
            Set.of("es", "nro", "n", "numero", "º", "°", ":", ".", "e", "is", "number", "mi", "el");

    private Documents() {}

    static List<Finding> in(Reading reading) {
        List<Finding> found = new ArrayList<>();
        for (Hit document : reading.hits().of(Meaning.ID)) {
            Words words = reading.words();
            int from = document.to();
            while (from < document.to() + 4 && FILLERS.contains(words.at(from).plain())) {
                from++;
            }
            StringBuilder digits = new StringBuilder();
            int to = from;
            int at = from;
            while (words.at(at).digits() && digits.length() < 24) {
                digits.append(words.at(at).plain());
                to = at + 1;
                boolean sign = words.at(to).is(".")
                        || words.at(to).is("-")
                        || words.at(to).is("/");
                at = sign && words.joined(to) && words.joined(to + 1) ? to + 1 : to;
            }
            if (digits.length() >= 6) {
                FactValue value = new FactValue.Text(document.code() + " " + digits);
                found.add(Finding.of(FactType.ID_NUMBER, value, 0.93, from, to).of(Owner.of(reading, from, to)));
            }
        }
        return found;
    }
}
