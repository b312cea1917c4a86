package io.crmkit.export;

import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.move.Buried;
import io.crmkit.move.LastWord;
import io.crmkit.move.Luggage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a tenant keeps beside its contacts, as records: last words, erased people, smart lists, reports. */
final class KeptJson {
    private final JsonOut json;
    private long records;

    KeptJson(JsonOut json) {
        this.json = json;
    }

    /** Writes all of it; how many records. */
    long write(Luggage luggage) {
        KeepsakeJson keepsakes = new KeepsakeJson(json);
        PlanJson plans = new PlanJson(json);
        luggage.words(this::word);
        luggage.strays(each -> {
            records++;
            keepsakes.stray(each);
        });
        luggage.erasures(this::erasure);
        luggage.goneMessages(hashes -> record("gone")
                .texts("hashes", hashes.stream().sorted().toList())
                .end());
        luggage.lists().forEach(list -> {
            record("list");
            plans.list(list);
            json.end();
        });
        luggage.reports(planned -> {
            record("report");
            plans.report(planned);
            json.end();
        });
        return records;
    }

    private JsonOut record(String name) {
        records++;
        return json.begin().text("record", name);
    }

    private void word(LastWord<MatchKey> word) {
        record("word")
                .text("scheme", word.on().scheme().name())
                .text("scope", word.on().scope())
                .text("key", word.on().key());
        said(word);
        json.end();
    }

    private void said(LastWord<?> word) {
        json.word("purpose", word.purpose())
                .text("channel", word.channel())
                .flag("granted", word.granted())
                .time("since", word.since());
    }

    static LastWord<MatchKey> word(Fields f) {
        return said(f, PortraitReader.key(f));
    }

    private static <K> LastWord<K> said(Fields f, K on) {
        return new LastWord<>(
                on, f.word("purpose", Purpose.class), f.text("channel"), f.flag("granted"), f.time("since"));
    }

    private void erasure(Buried erasure) {
        record("erasure")
                .id("id", erasure.id())
                .texts(
                        "contactIds",
                        erasure.contacts().stream().map(ContactId::toString).toList())
                .text("by", erasure.by())
                .time("at", erasure.at())
                .time("completedAt", erasure.completedAt());
        counts("removed", erasure.removed());
        counts("remaining", erasure.remaining());
        json.each(
                        "graves",
                        sorted(
                                erasure.graves(),
                                Comparator.comparing(Buried.Grave::hash).thenComparing(Buried.Grave::until)),
                        grave -> json.text("hash", grave.hash())
                                .time("after", grave.after())
                                .time("until", grave.until()))
                .each(
                        "words",
                        sorted(
                                erasure.words(),
                                Comparator.<LastWord<String>, String>comparing(LastWord::on)
                                        .thenComparing(LastWord::purpose)
                                        .thenComparing(LastWord::channel)),
                        word -> {
                            json.text("hash", word.on());
                            said(word);
                        })
                .end();
    }

    private static <T> List<T> sorted(Set<T> all, Comparator<T> order) {
        return all.stream().sorted(order).toList();
    }

    private void counts(String name, Map<String, Long> counts) {
        json.each(
                name,
                counts.entrySet(),
                each -> json.text("table", each.getKey()).number("rows", each.getValue()));
    }

    static Buried erasure(Fields f) {
        Set<ContactId> contacts = new HashSet<>();
        f.texts("contactIds").forEach(id -> contacts.add(new ContactId(UUID.fromString(id))));
        return new Buried(
                f.id("id"),
                contacts,
                f.text("by"),
                f.time("at"),
                f.optionalTime("completedAt"),
                counts(f, "removed"),
                counts(f, "remaining"),
                new HashSet<>(f.each("graves", KeptJson::grave)),
                new HashSet<>(f.each("words", each -> said(each, hash(each.text("hash"))))));
    }

    private static Buried.Grave grave(Fields f) {
        return new Buried.Grave(hash(f.text("hash")), f.optionalTime("after"), f.time("until"));
    }

    private static Map<String, Long> counts(Fields f, String name) {
        Map<String, Long> counts = new HashMap<>();
        f.each(name, each -> counts.put(each.text("table"), each.number("rows").longValueExact()));
        return counts;
    }

    static Set<String> gone(Fields f) {
        Set<String> hashes = new HashSet<>();
        f.texts("hashes").forEach(each -> hashes.add(hash(each)));
        return hashes;
    }

    /** What storage made; anything else stands for nothing. */
    private static String hash(String text) {
        if (text.isEmpty() || text.length() % 2 != 0 || !text.chars().allMatch(KeptJson::hexadecimal)) {
            throw new IllegalArgumentException("A hash has hexadecimal digits");
        }
        return text;
    }

    private static boolean hexadecimal(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
