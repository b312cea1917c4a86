package io.crmkit.benchmarks.extraction;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import io.crmkit.ai.Sentiment;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The project's own labelled conversations, of another business and in other words than the shared ones. */
final class OwnSet {
    private static final Set<String> TYPES = Set.of(
            "PERSON_NAME",
            "EMAIL",
            "PHONE",
            "SERVICE",
            "PRICE",
            "INSURANCE",
            "DATE",
            "TIME",
            "DATETIME",
            "DATE_RANGE",
            "TIME_RANGE",
            "RECURRING");
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    private final Map<String, List<CatalogueEntry>> catalogue = new HashMap<>();
    private final List<Gold> all = new ArrayList<>();
    private String[] head = {};
    private List<Gold.Message> messages = new ArrayList<>();
    private List<Gold.Fact> facts = new ArrayList<>();
    private Map<String, Sentiment> moods = new HashMap<>();
    private boolean injection;

    static List<Gold> read(String file) {
        OwnSet set = new OwnSet();
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OwnSet.class.getResourceAsStream(file)), StandardCharsets.UTF_8));
        reader.lines().filter(line -> !line.isBlank() && !line.startsWith("//")).forEach(set::line);
        set.close();
        return set.all;
    }

    private void line(String line) {
        String first = line.substring(0, line.indexOf(' '));
        String rest = line.substring(line.indexOf(' ') + 1);
        switch (first) {
            case "==" -> {
                close();
                head = rest.trim().split(" +");
            }
            case "service", "staff", "branch", "insurer" -> {
                int equals = rest.indexOf(" = ");
                String[] names = rest.substring(equals < 0 ? 0 : equals + 3).split("; *");
                String code = equals < 0 ? rest : rest.substring(0, equals);
                catalogue
                        .computeIfAbsent(first, any -> new ArrayList<>())
                        .add(new CatalogueEntry(code, names[0], Arrays.asList(names)));
            }
            default -> message(first, rest);
        }
    }

    private void message(String author, String marked) {
        String id = "m" + (messages.size() + 1);
        injection |= marked.endsWith(" !inject");
        String text = plain(id, marked.replace(" !inject", ""));
        boolean customer = author.startsWith("C");
        messages.add(new Gold.Message(
                id,
                customer ? "customer" : "business",
                LocalDateTime.parse(head[2]).plusMinutes(messages.size()),
                text));
        if (customer) {
            moods.put(
                    id,
                    switch (author.charAt(1)) {
                        case '+' -> Sentiment.POSITIVE;
                        case '-' -> Sentiment.NEGATIVE;
                        case '*' -> Sentiment.MIXED;
                        default -> Sentiment.NEUTRAL;
                    });
        }
    }

    /** The text without its marks, which become facts. */
    private String plain(String id, String marked) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = marked.indexOf('['); open >= 0; open = marked.indexOf('[', at)) {
            text.append(marked, at, open);
            int close = marked.indexOf(']', open);
            String[] mark = marked.substring(open + 1, close).split("\\|");
            String note = mark.length > 3 ? mark[3] : "active";
            boolean other = note.equals("other") || note.equals("business");
            facts.add(new Gold.Fact(
                    mark[1],
                    other ? note : "customer",
                    id,
                    text.length(),
                    text.length() + mark[0].length(),
                    mark[2],
                    other ? "active" : note));
            text.append(mark[0]);
            at = close + 1;
        }
        return text.append(marked.substring(at)).toString();
    }

    private void close() {
        if (!messages.isEmpty()) {
            all.add(new Gold(
                    head[0],
                    head[1],
                    LocalDateTime.parse(head[2]),
                    ZONE,
                    business(),
                    messages,
                    TYPES,
                    Set.of("customer"),
                    facts,
                    Optional.of(new HashSet<>(Arrays.asList(head[3].split(",")))),
                    moods,
                    injection));
        }
        messages = new ArrayList<>();
        facts = new ArrayList<>();
        moods = new HashMap<>();
        injection = false;
    }

    private BusinessContext business() {
        return new BusinessContext(
                "AR", "11", "ARS", entries("service"), entries("staff"), entries("branch"), entries("insurer"), "own");
    }

    private List<CatalogueEntry> entries(String kind) {
        return catalogue.getOrDefault(kind, List.of());
    }
}
