package io.crmkit.benchmarks.extraction;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import io.crmkit.ai.Sentiment;
import io.crmkit.benchmarks.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The labelled sets of a folder: {@code data/*.jsonl} and the {@code catalog.json} they go with. */
record SharedSets(Path folder, Json catalogue) {
    static SharedSets in(Path folder) throws IOException {
        return new SharedSets(folder, Json.parse(Files.readString(folder.resolve("catalog.json"))));
    }

    List<Gold> read(String name) throws IOException {
        List<Gold> all = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("data").resolve(name + ".jsonl"))) {
            all.add(gold(Json.parse(line)));
        }
        return all;
    }

    private Gold gold(Json line) {
        Json gold = line.object("gold");
        String time = line.text("reference_time");
        LocalDateTime reference = time.isEmpty() ? LocalDateTime.of(2026, 3, 3, 10, 0) : LocalDateTime.parse(time);
        String zone = line.text("time_zone");
        List<Gold.Message> messages = line.objects("messages").stream()
                .map(message -> new Gold.Message(
                        message.text("id"),
                        message.text("role"),
                        message.has("at") ? LocalDateTime.parse(message.text("at")) : reference,
                        message.text("text")))
                .toList();
        List<Gold.Fact> facts =
                gold.objects("facts").stream().map(SharedSets::fact).toList();
        Map<String, Sentiment> moods = new HashMap<>();
        Json sentiment = gold.object("sentiment");
        sentiment
                .members()
                .keySet()
                .forEach(
                        id -> moods.put(id, Sentiment.valueOf(sentiment.text(id).toUpperCase(Locale.ROOT))));
        boolean authored = line.is("authored");
        return new Gold(
                line.text("id"),
                line.text("lang").isEmpty() ? "es" : line.text("lang"),
                reference,
                zone.isEmpty() ? ZoneId.of("America/Argentina/Buenos_Aires") : ZoneId.of(zone),
                business(new HashSet<>(line.texts("domain"))),
                messages,
                new HashSet<>(gold.texts("annotated_types")),
                new HashSet<>(gold.texts("annotated_roles")),
                facts,
                authored ? Optional.of(new HashSet<>(gold.texts("intents"))) : Optional.empty(),
                moods,
                gold.is("injection"));
    }

    private static Gold.Fact fact(Json fact) {
        String status = fact.text("status");
        return new Gold.Fact(
                fact.text("type"),
                fact.text("subject"),
                fact.text("message_id"),
                fact.number("start"),
                fact.number("end"),
                Starts.labelled(fact.object("value"), fact.text("value")),
                status.isEmpty() ? "active" : status);
    }

    /** The tenant's catalogue; a record of another trade gets all of it. */
    private BusinessContext business(Set<String> domains) {
        List<CatalogueEntry> services = new ArrayList<>();
        List<CatalogueEntry> staff = new ArrayList<>();
        for (String domain : List.of("dental", "salon")) {
            if (domains.contains(domain) || !domains.contains("dental") && !domains.contains("salon")) {
                Json offered = catalogue.object("services").object(domain);
                offered.members()
                        .keySet()
                        .forEach(code ->
                                services.add(new CatalogueEntry(code, code.replace('_', ' '), offered.texts(code))));
                catalogue.object("staff").texts(domain).forEach(name -> staff.add(named(name)));
            }
        }
        return new BusinessContext(
                catalogue.text("country"),
                catalogue.text("default_area_code"),
                catalogue.text("currency"),
                services,
                staff,
                catalogue.texts("branches").stream().map(SharedSets::named).toList(),
                catalogue.texts("insurers").stream().map(SharedSets::named).toList(),
                "shared" + services.size());
    }

    private static CatalogueEntry named(String name) {
        return new CatalogueEntry(name, name, List.of());
    }
}
