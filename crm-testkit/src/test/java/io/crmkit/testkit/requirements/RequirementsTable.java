package io.crmkit.testkit.requirements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The page that says of each line of the catalogue which tests prove it. */
final class RequirementsTable {
    private final Map<String, String> catalogue = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> tests = new LinkedHashMap<>();

    /** @param lines id, tab, text */
    RequirementsTable(List<String> lines) {
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (tab < 1) {
                throw new IllegalArgumentException("not a line of id, tab, text: " + line);
            }
            if (catalogue.put(line.substring(0, tab), line.substring(tab + 1)) != null) {
                throw new IllegalArgumentException("twice in the catalogue: " + line);
            }
        }
        catalogue.keySet().forEach(id -> tests.put(id, new TreeSet<>()));
    }

    void add(Proof proof) {
        SortedSet<String> proving = tests.get(proof.id());
        if (proving == null) {
            throw new IllegalArgumentException(proof.test() + " claims an unknown requirement: " + proof.id());
        }
        proving.add(proof.test());
    }

    String asMarkdown() {
        StringBuilder page = new StringBuilder("# Requirements and their proofs\n\n");
        page.append("Generated from the `@Requirement` tags of the tests; do not edit.\n\n");
        long proven = tests.values().stream().filter(set -> !set.isEmpty()).count();
        page.append(proven).append(" of ").append(catalogue.size()).append(" requirements are proven by a test.\n\n");
        page.append("| id | requirement | proven by |\n|---|---|---|\n");
        catalogue.forEach((id, text) -> page.append("| ")
                .append(id)
                .append(" | ")
                .append(text.replace("|", "\\|"))
                .append(" | ")
                .append(cell(id))
                .append(" |\n"));
        return page.toString();
    }

    private String cell(String id) {
        SortedSet<String> proving = tests.getOrDefault(id, new TreeSet<>());
        return proving.isEmpty() ? "-" : "`" + String.join("`, `", proving) + "`";
    }
}
