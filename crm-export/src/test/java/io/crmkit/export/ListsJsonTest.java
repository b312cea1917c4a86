package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.storage.RandomCriteria;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Smart lists as JSON are read as they were written, and a mistake is told where it is. */
@Requirement("SEG-3")
class ListsJsonTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T13:00:00Z");

    private static ListsReading read(String criterion) {
        return ListsJson.read("{\"lists\":[{\"key\":\"one\",\"name\":\"One\",\"criterion\":" + criterion + "}]}");
    }

    private static Criterion criterion(String json) {
        ListsReading reading = read(json);
        assertThat(reading).as(json).isInstanceOf(ListsReading.Lists.class);
        return ((ListsReading.Lists) reading).lists().get(0).criterion();
    }

    private static ListsMistake mistake(ListsReading reading) {
        assertThat(reading).isInstanceOf(ListsReading.Refused.class);
        return ((ListsReading.Refused) reading).mistake();
    }

    @Test
    void everyCriterionIsReadAsItIsMeant() {
        assertThat(criterion("{\"all\":[{\"tag\":\"VIP\"},{\"not\":{\"status\":[\"blocked\"]}}]}"))
                .isEqualTo(Criterion.all(
                        Criterion.tagged(Tag.of("vip")), Criterion.not(Criterion.status(ContactStatus.BLOCKED))));
        assertThat(criterion("{\"appointments\":{\"status\":[\"attended\"],\"starts\":{\"from\":{\"days\":-30}},"
                        + "\"atLeast\":2}}"))
                .isEqualTo(new Dealt.Appointments(
                        Set.of(AppointmentStatus.ATTENDED),
                        new Window(new Window.Moment.InDays(-30), null),
                        2,
                        Integer.MAX_VALUE));
        assertThat(criterion("{\"spend\":{\"currency\":\"ARS\",\"over\":50000}}"))
                .isEqualTo(new Dealt.Amount(Dealt.Sum.SPEND, "ARS", new BigDecimal("50000"), null));
        assertThat(criterion("{\"version\":1,\"waitsLongerThan\":\"PT4H\"}"))
                .isEqualTo(new Talked.Awaits(Duration.ofHours(4)));
        assertThat(criterion("{\"segment\":\"at_risk\"}")).isEqualTo(new Known.In(SegmentKey.of("at_risk")));
    }

    @Test
    void whateverIsWrittenIsReadAsItWas() {
        for (long seed = 0; seed < 2_000; seed++) {
            SmartList list = new SmartList(
                    SegmentKey.of("list-" + seed), "Ñandú \"x\" " + seed, new RandomCriteria(seed, MONDAY).tree(4));
            assertThat(ListsJson.read(ListsJson.write(List.of(list))))
                    .as("seed %d", seed)
                    .isEqualTo(new ListsReading.Lists(List.of(list)));
        }
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndWhatToDo() {
        Map<String, String> mistakes = Map.of(
                "{\"all\":[{\"tag\":\"x\"},{\"tagged\":\"y\"}]}", "/lists/0/criterion/all/1/tagged",
                "{\"silentForDays\":\"60\"}", "/lists/0/criterion/silentForDays",
                "{\"silentForDays\":-1}", "/lists/0/criterion/silentForDays",
                "{\"status\":[\"gone\"]}", "/lists/0/criterion/status/0",
                "{\"tag\":\"x\",\"text\":\"y\"}", "/lists/0/criterion",
                "{\"not\":[]}", "/lists/0/criterion/not",
                "{\"spend\":{\"currency\":\"pesos\"}}", "/lists/0/criterion/spend",
                "{\"lastContact\":{\"from\":\"yesterday\"}}", "/lists/0/criterion/lastContact/from",
                "{\"fact\":{\"type\":\"service\",\"kei~/\":\"x\"}}", "/lists/0/criterion/fact/kei~0~1",
                "{\"version\":2,\"text\":\"y\"}", "/lists/0/criterion/version");
        mistakes.forEach((criterion, at) -> {
            ListsMistake mistake = mistake(read(criterion));
            assertThat(mistake.at()).as(criterion).isEqualTo(at);
            assertThat(mistake.advice()).isNotBlank();
        });
        assertThat(mistake(ListsJson.read("{\"lists\":[")).problem()).contains("line 1");
        assertThat(mistake(ListsJson.read("")).at()).isEmpty();
        assertThat(mistake(ListsJson.read(
                                "{\"lists\":[{\"key\":\"Ñ\",\"name\":\"n\",\"criterion\":{\"text\":\"a\"}}]}"))
                        .at())
                .isEqualTo("/lists/0/key");
    }

    @Test
    void whatIsTooDeepOrTooMuchIsRefused() {
        String deep = "{\"not\":".repeat(25) + "{\"text\":\"a\"}" + "}".repeat(25);
        assertThat(mistake(read(deep)).problem()).contains("deep");
        assertThat(mistake(read("[".repeat(5_000))).problem()).contains("cannot be read");
        String many = "{\"any\":[" + "{\"text\":\"a\"},".repeat(100) + "{\"text\":\"a\"}]}";
        assertThat(mistake(read(many)).problem()).contains("more than 100");
        assertThat(mistake(read("{\"spend\":{\"currency\":\"ARS\",\"over\":1e999999999}}"))
                        .advice())
                .isNotBlank();
        assertThat(mistake(read("\"" + "x".repeat(2_000_000) + "\"")).problem()).contains("cannot be read");
    }

    @Test
    void theSchemaKnowsWhatTheReaderKnows() throws IOException {
        try (InputStream in = ListsJson.class.getResourceAsStream("lists.schema.json")) {
            JsonNode schema = JsonNodes.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Set<String> known = new TreeSet<>(new CriterionReader().words());
            known.add("version");
            assertThat(new TreeSet<>(schema.get("$defs")
                            .get("criterion")
                            .get("properties")
                            .object()
                            .keySet()))
                    .isEqualTo(known);
        }
    }
}
