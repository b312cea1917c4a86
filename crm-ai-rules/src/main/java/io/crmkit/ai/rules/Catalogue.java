package io.crmkit.ai.rules;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import java.util.ArrayList;
import java.util.List;

/** The names of a business's services, staff, branches and insurers, ready to be found in messages. */
final class Catalogue {
    private final BusinessContext business;
    private final Phrases names = new Phrases();

    Catalogue(BusinessContext business) {
        this.business = business;
        business.services().forEach(entry -> add(Meaning.SERVICE, entry));
        business.staff().forEach(entry -> add(Meaning.STAFF, entry));
        business.branches().forEach(entry -> add(Meaning.BRANCH, entry));
        business.insurers().forEach(entry -> add(Meaning.INSURER, entry));
    }

    private void add(Meaning meaning, CatalogueEntry entry) {
        List<String> names = new ArrayList<>(entry.aliases());
        names.add(entry.name());
        for (String name : names) {
            Words words = Words.of(name);
            List<String> all = new ArrayList<>();
            List<String> unsigned = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                all.add(words.at(i).plain());
                if (words.at(i).kind() != Word.Kind.SIGN) {
                    unsigned.add(words.at(i).plain());
                }
            }
            this.names.name(meaning, entry.code(), all);
            this.names.name(meaning, entry.code(), unsigned);
        }
    }

    BusinessContext business() {
        return business;
    }

    void find(Words words, Hits hits) {
        names.find(words, hits);
    }
}
