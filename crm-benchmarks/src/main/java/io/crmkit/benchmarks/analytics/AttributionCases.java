package io.crmkit.benchmarks.analytics;

import io.crmkit.analytics.Attribution;
import io.crmkit.analytics.Attribution.Model;
import io.crmkit.analytics.Attribution.Touch;
import io.crmkit.benchmarks.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labelled cases of attribution. */
record AttributionCases(List<Json> cases) {
    private static final Map<String, Model> MODELS = Map.of(
            "FIRST_TOUCH", Model.FIRST_TOUCH,
            "LAST_TOUCH", Model.LAST_TOUCH,
            "LINEAR", Model.LINEAR,
            "POSITION_BASED_40_20_40", Model.POSITION_BASED,
            "TIME_DECAY_HALF_LIFE_7D", Model.TIME_DECAY);

    static AttributionCases read(Path folder) throws IOException {
        Json document = Json.parse(Files.readString(folder.resolve("attribution_cases.json")));
        return new AttributionCases(document.objects("cases"));
    }

    void hold(Verdicts verdicts) {
        int checked = 0;
        int differ = 0;
        for (Json each : cases) {
            for (Map.Entry<String, Model> model : MODELS.entrySet()) {
                checked++;
                differ += share(each, model.getValue()).equals(expected(each, model.getKey())) ? 0 : 1;
            }
        }
        verdicts.exact("attributions in five models", checked, 5L * cases.size());
        verdicts.exact("of them that differ", differ, 0);
    }

    private static Map<String, Long> share(Json one, Model model) {
        List<Touch> touches = one.objects("touches").stream()
                .map(touch -> new Touch(touch.text("channel"), Instant.parse(touch.text("at"))))
                .toList();
        Attribution attribution = new Attribution(
                model, Duration.ofDays(one.number("lookback_days")), Duration.ofDays(one.number("half_life_days")));
        return attribution.share(one.number("amount_minor"), Instant.parse(one.text("conversion_at")), touches);
    }

    /** By channel, in the order of their first touch; nothing where nothing is eligible. */
    private static Map<String, Long> expected(Json one, String model) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        List<String> order = one.texts("eligible_order");
        List<String> parts = order.isEmpty()
                ? List.of()
                : one.object("expected").object(model).texts("amount_minor");
        for (int i = 0; i < order.size(); i++) {
            amounts.merge(order.get(i), Long.parseLong(parts.get(i)), Long::sum);
        }
        return amounts;
    }
}
