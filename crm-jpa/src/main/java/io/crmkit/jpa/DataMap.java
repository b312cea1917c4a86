package io.crmkit.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the tables hold of whom, and what becomes of it when somebody is erased. Erasing follows it, and the records of
 * processing are written from it; a column that is not in it fails the build.
 */
final class DataMap {
    /** As shipped. */
    static final DataMap SHIPPED = read("/crm/jpa/data-map.tsv");

    private static final String DELETE = "delete";

    private final List<Table> tables;

    private DataMap(List<Table> tables) {
        this.tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param subjects the columns by which its rows are about a contact
     * @param columns with the category of each
     */
    record Table(
            String name,
            List<Subject> subjects,
            String onErasure,
            String what,
            String why,
            String howLong,
            Map<String, String> columns) {
        /** Whether its rows go by what they refer to. */
        boolean deleted() {
            return onErasure.equals(DELETE);
        }

        /** Whether it is about contacts itself, and not through rows of another. */
        boolean direct() {
            return subjects.stream().allMatch(subject -> subject.parent() == null);
        }

        /** Whether its rows are about those of another table. */
        boolean of(String parent) {
            return subjects.stream().anyMatch(subject -> parent.equals(subject.parent()));
        }

        /** The condition under which a row is about one of some contacts, to be bound once for each subject. */
        String about(DataMap map) {
            return String.join(
                    " or ", subjects.stream().map(subject -> subject.about(map)).toList());
        }
    }

    /**
     * A column that refers to a contact, or to a row of another table that does.
     *
     * @param parent null if it is the contact's id itself
     * @param key the parent's column
     */
    record Subject(
            String column,
            @Nullable String parent,
            @Nullable String key) {
        static Subject of(String text) {
            int arrow = text.indexOf('>');
            int dot = text.indexOf('.');
            return arrow < 0
                    ? new Subject(text, null, null)
                    : new Subject(text.substring(0, arrow), text.substring(arrow + 1, dot), text.substring(dot + 1));
        }

        private String about(DataMap map) {
            return parent == null
                    ? column + " = any(?)"
                    : column + " in (select p." + key + " from " + parent + " p where p.tenant_id = :tenant and ("
                            + map.table(parent).about(map) + "))";
        }
    }

    List<Table> tables() {
        return tables;
    }

    Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Table " + name
                        + " is not in crm/jpa/data-map.tsv: say there what it holds and who erases it"));
    }

    /** How often the contacts are bound in the condition of {@link Table#about}. */
    int bindings(Table table) {
        return table.subjects().stream()
                .mapToInt(subject -> subject.parent() == null ? 1 : bindings(table(subject.parent())))
                .sum();
    }

    private static DataMap read(String resource) {
        try (InputStream in = Objects.requireNonNull(DataMap.class.getResourceAsStream(resource))) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static DataMap of(String text) {
        List<Table> tables = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(line -> {
            List<String> cells = cells(line);
            if (cells.get(0).isEmpty()) {
                tables.get(tables.size() - 1).columns().put(cells.get(1), cells.get(2));
            } else {
                tables.add(new Table(
                        cells.get(0),
                        subjects(cells.get(1)),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        cells.get(5),
                        new LinkedHashMap<>()));
            }
        });
        return new DataMap(tables);
    }

    private static List<Subject> subjects(String text) {
        return text.equals("-")
                ? List.of()
                : cut(text, '|').stream().map(Subject::of).toList();
    }

    private static List<String> cells(String line) {
        return cut(line, '\t');
    }

    private static List<String> cut(String text, char at) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(at); to >= 0; to = text.indexOf(at, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
