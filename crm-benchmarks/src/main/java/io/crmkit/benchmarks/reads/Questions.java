package io.crmkit.benchmarks.reads;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What teams ask of a registry all day, of both sides. */
final class Questions {
    static final Tag TAG = Tag.of("vip");
    private static final int TOP = 50;
    private static final int PAGE = 20;
    private static final int DEEP = 5_000;
    private static final int WORDINGS = 20;
    private static final ContactQuery FILTERED = ContactQuery.of(Criterion.all(
            Criterion.status(ContactStatus.ACTIVE, ContactStatus.INACTIVE),
            Criterion.tagged(TAG),
            new Criterion.Counted(Criterion.Counter.INTERACTIONS, 10, Integer.MAX_VALUE)));

    private final CrmSession session;
    private final PlainSide plain;
    private final Registry registry;

    Questions(CrmSession session, PlainSide plain, Registry registry) {
        this.session = session;
        this.plain = plain;
        this.registry = registry;
    }

    List<Question> all() throws SQLException {
        List<Question> all = new ArrayList<>();
        all.add(message("rare word", i -> Registry.rare(7 * i)));
        all.add(message("middling word", i -> Lexicon.word(2_000 + 50 * i)));
        all.add(message("frequent word", Lexicon::word));
        all.add(message("word frequent long ago, absent since", i -> Registry.once(i % 3)));
        all.add(message("two words", i -> Lexicon.word(5 + i) + " " + Lexicon.word(80 + 9 * i)));
        all.add(message("two seldom words", i -> Lexicon.word(300 + i) + " " + Lexicon.word(900 + i)));
        all.add(contact(
                "name prefix, frequent",
                "to_tsvector('simple', name) @@ to_tsquery('simple', ? || ':*')",
                i -> List.of("mar", "cam", "ju", "ped", "val", "die", "car", "pau", "tom", "bru")
                        .get(i % 10)));
        all.add(contact(
                "name prefix, rare",
                "to_tsvector('simple', name) @@ to_tsquery('simple', ? || ':*')",
                i -> beginning(Registry.name(i * 31))));
        all.add(contact("last four digits", "reverse(phone) like reverse(?) || '%'", i -> {
            String phone = Registry.phone(i * 97);
            return phone.substring(phone.length() - 4);
        }));
        all.add(contact("exact phone", "phone = ?", i -> Registry.phone(i * 89)));
        int deep = Math.min(DEEP, registry.contacts() / 3 / PAGE);
        all.add(list("list, three filters, page 1", 1));
        all.add(list("list, three filters, page %,d".formatted(deep), deep));
        return all;
    }

    private static String beginning(String name) {
        String last = name.substring(name.indexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return last.substring(0, 6);
    }

    private static List<String> wordings(IntFunction<String> word) {
        return IntStream.range(0, WORDINGS).mapToObj(word).toList();
    }

    private Question message(String name, IntFunction<String> word) {
        return new Question(
                "message, " + name + ", top " + TOP,
                wordings(word),
                typed -> session.searchMessages(typed, null, TOP).items().size(),
                typed -> plain.ask("""
                        select id, text, contact_id, occurred_at from plain_interaction
                        where tenant_id = ? and words @@ plainto_tsquery('simple', ?)
                        order by tenant_id desc, occurred_at desc, id desc limit 50""", Registry.TENANT, typed));
    }

    private Question contact(String name, String condition, IntFunction<String> word) {
        return new Question(
                "contact, " + name + ", top " + TOP,
                wordings(word),
                typed -> session.searchContacts(typed, null, TOP).items().size(),
                typed -> plain.ask(
                        "select id, name, phone, last_at, interactions, status from plain_contact where tenant_id = ? and "
                                + condition + " order by tenant_id desc, last_at desc, id desc limit 50",
                        Registry.TENANT,
                        typed));
    }

    private Question list(String name, int page) throws SQLException {
        String cursor = cursor(page);
        String after = page == 1 ? "9999-12-31T00:00:00Z" : plain.text("""
                select last_at::text from plain_contact c
                where c.tenant_id = ? and c.status in (0, 1, 3) and c.interactions >= 10 and exists (
                    select 1 from plain_contact_tag t
                    where t.tenant_id = c.tenant_id and t.contact_id = c.id and t.tag = 'vip')
                order by c.tenant_id desc, c.last_at desc, c.id desc offset ? limit 1""", Registry.TENANT, (page - 1) * PAGE - 1);
        return new Question(
                name,
                List.of(""),
                typed -> session.contacts(FILTERED, cursor, PAGE).items().size(),
                typed -> plain.ask("""
                        select c.id, c.name, c.phone, c.last_at, c.interactions, c.status from plain_contact c
                        where c.tenant_id = ? and c.status in (0, 1, 3) and c.interactions >= 10 and exists (
                            select 1 from plain_contact_tag t
                            where t.tenant_id = c.tenant_id and t.contact_id = c.id and t.tag = 'vip')
                            and c.last_at < ?::timestamptz
                        order by c.tenant_id desc, c.last_at desc, c.id desc limit 20""", Registry.TENANT, after));
    }

    /** Walks there in long strides; the place it finds is the one that pages would. */
    private @Nullable String cursor(int page) {
        String cursor = null;
        for (int left = (page - 1) * PAGE; left > 0; ) {
            int stride = Math.min(left, 1_000);
            cursor = session.contacts(FILTERED, cursor, stride).next().orElseThrow();
            left -= stride;
        }
        return cursor;
    }
}
