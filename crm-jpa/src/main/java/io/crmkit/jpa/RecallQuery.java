package io.crmkit.jpa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statement behind a recall: one round trip for everything, each part a branch with the same columns. */
final class RecallQuery {
    static final int HOLDER = 1;
    static final int CONTACT = 2;
    static final int CONVERSATION = 3;
    static final int INTERACTION = 4;
    static final int PENDING = 5;
    static final int STATEMENT = 6;

    private static final Map<String, String> COLUMNS = columns(
            List.of("hash", "name", "username", "body", "error", "wrapped"),
            List.of("id", "contact", "conversation", "data_key"),
            List.of("t1", "t2", "t3", "t4", "t5"),
            List.of("n1", "n2", "n3", "n4"));

    private static final String NAMED = """
             crm_contact c
            join crm_contact_activity a on a.tenant_id = c.tenant_id and a.contact_id = c.id
            join crm_data_key k on k.tenant_id = c.tenant_id and k.id = c.data_key_id
            """;

    /** Its parameters beside the tenant: keys; contacts; accounts, keys, contacts; messages; messages; statements. */
    static final String SQL = String.join(
            "\nunion all\n",
            branch(
                    HOLDER,
                    Map.of(
                            "hash", "i.key_hash",
                            "contact", "i.contact_id",
                            "t1", "i.held_since",
                            "name", "c.display_name",
                            "username", "c.username",
                            "t2", "a.named_at",
                            "t3", "a.username_at",
                            "epoch", "a.epoch",
                            "data_key", "k.id",
                            "wrapped", "k.wrapped"),
                    """
                    from crm_identifier i
                    left join crm_contact c on c.tenant_id = i.tenant_id and c.id = i.contact_id
                    left join crm_contact_activity a on a.tenant_id = i.tenant_id and a.contact_id = i.contact_id
                    left join crm_data_key k on k.tenant_id = c.tenant_id and k.id = c.data_key_id
                    where i.tenant_id = :tenant and i.key_hash = any(?)"""),
            branch(
                    CONTACT,
                    Map.of(
                            "contact", "c.id",
                            "name", "c.display_name",
                            "username", "c.username",
                            "t2", "a.named_at",
                            "t3", "a.username_at",
                            "epoch", "a.epoch",
                            "data_key", "k.id",
                            "wrapped", "k.wrapped"),
                    "from" + NAMED + "where c.tenant_id = :tenant and c.id = any(?)"),
            branch(
                    CONVERSATION,
                    Map.of(
                            "id", "v.id",
                            "contact", "v.contact_id",
                            "account", "v.account",
                            "t1", "v.opened_at",
                            "t2", "v.last_at",
                            "n1", "v.state",
                            "flag", "v.seamed"),
                    """
                    from crm_conversation v
                    where v.tenant_id = :tenant and v.account = any(?) and v.latest = 1 and v.contact_id in (
                        select i.contact_id from crm_identifier i where i.tenant_id = :tenant and i.key_hash = any(?)
                        union all
                        select c.id from crm_contact c where c.tenant_id = :tenant and c.id = any(?))"""),
            branch(INTERACTION, interactionColumns(), """
                    from crm_interaction x
                    join crm_data_key k on k.tenant_id = x.tenant_id and k.id = x.data_key_id
                    where x.tenant_id = :tenant and x.ref_hash = any(?)"""),
            branch(
                    PENDING,
                    Map.of(
                            "hash", "p.target_hash",
                            "body", "p.sealed",
                            "error", "p.digest",
                            "t1", "p.received_at",
                            "data_key", "k.id",
                            "wrapped", "k.wrapped"),
                    """
                    from crm_pending_update p
                    join crm_data_key k on k.tenant_id = p.tenant_id and k.id = p.data_key_id
                    where p.tenant_id = :tenant and p.target_hash = any(?)"""),
            branch(
                    STATEMENT,
                    Map.of("hash", "s.id", "t1", "s.stated_at"),
                    "from crm_identity_statement s where s.tenant_id = :tenant and s.id = any(?)"));

    private RecallQuery() {}

    private static Map<String, String> interactionColumns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("hash", "x.ref_hash");
        columns.put("id", "x.id");
        columns.put("contact", "x.contact_id");
        columns.put("conversation", "x.conversation_id");
        columns.put("account", "x.account");
        columns.put("n1", "x.kind");
        columns.put("n2", "x.author");
        columns.put("n3", "x.origin");
        columns.put("n4", "x.reached");
        columns.put("t1", "x.occurred_at");
        columns.put("t2", "x.received_at");
        columns.put("t3", "x.reached_at");
        columns.put("t4", "x.arrived_at");
        columns.put("t5", "x.failed_at");
        columns.put("body", "x.body");
        columns.put("error", "x.error");
        columns.put("data_key", "k.id");
        columns.put("wrapped", "k.wrapped");
        return columns;
    }

    private static Map<String, String> columns(
            List<String> bytes, List<String> ids, List<String> times, List<String> numbers) {
        Map<String, String> columns = new LinkedHashMap<>();
        bytes.forEach(name -> columns.put(name, "bytea"));
        ids.forEach(name -> columns.put(name, "uuid"));
        times.forEach(name -> columns.put(name, "timestamp(6) with time zone"));
        numbers.forEach(name -> columns.put(name, "smallint"));
        columns.put("account", "varchar(170)");
        columns.put("flag", "boolean");
        columns.put("epoch", "int");
        return columns;
    }

    private static String branch(int what, Map<String, String> given, String from) {
        String selected = COLUMNS.entrySet().stream()
                .map(column -> given.containsKey(column.getKey())
                        ? given.get(column.getKey()) + " as " + column.getKey()
                        : "cast(null as " + column.getValue() + ") as " + column.getKey())
                .collect(Collectors.joining(", "));
        return "select " + what + " as what, " + selected + "\n" + from;
    }
}
