package io.crmkit.jpa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What every statement behind a recall answers with: each part a branch, tagged, with the same columns. */
final class RecallQuery {
    static final int HOLDER = 1;
    static final int CONTACT = 2;
    static final int CONVERSATION = 3;
    static final int INTERACTION = 4;
    static final int PENDING = 5;
    static final int STATEMENT = 6;
    static final int ERASED_KEY = 7;
    static final int ERASED_MESSAGE = 8;

    private static final Map<String, String> COLUMNS = columns(
            List.of("hash", "name", "username", "body", "error", "wrapped"),
            List.of("id", "contact", "conversation", "data_key"),
            List.of("t1", "t2", "t3", "t4", "t5"),
            List.of("n1", "n2", "n3", "n4"));

    private RecallQuery() {}

    static Map<String, String> holderColumns() {
        return Map.of("hash", "i.key_hash", "contact", "i.contact_id", "t1", "i.held_since");
    }

    static Map<String, String> contactColumns() {
        return Map.of(
                "contact", "c.id",
                "name", "c.display_name",
                "username", "c.username",
                "t2", "a.named_at",
                "t3", "a.username_at",
                "epoch", "a.epoch",
                "data_key", "k.id",
                "wrapped", "k.wrapped");
    }

    static Map<String, String> conversationColumns() {
        return Map.ofEntries(
                Map.entry("id", "v.id"),
                Map.entry("contact", "v.contact_id"),
                Map.entry("account", "v.account"),
                Map.entry("t1", "v.opened_at"),
                Map.entry("t2", "v.last_at"),
                Map.entry("n1", "v.state"),
                Map.entry("flag", "v.seamed"),
                Map.entry("t3", "v.word_at"),
                Map.entry("n2", "case when v.asked then 1 else 0 end"),
                Map.entry("t4", "v.call_at"),
                Map.entry("n3", "case when v.raised then 1 else 0 end"));
    }

    static Map<String, String> pendingColumns() {
        return Map.of(
                "hash", "p.target_hash",
                "body", "p.sealed",
                "error", "p.digest",
                "t1", "p.received_at",
                "data_key", "k.id",
                "wrapped", "k.wrapped");
    }

    static Map<String, String> statementColumns() {
        return Map.of("hash", "s.id", "t1", "s.stated_at");
    }

    static Map<String, String> erasedKeyColumns() {
        return Map.of("hash", "e.key_hash", "t1", "e.after_at", "t2", "e.until_at");
    }

    static Map<String, String> erasedMessageColumns() {
        return Map.of("hash", "e.ref_hash");
    }

    static Map<String, String> interactionColumns() {
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

    /** One part of the answer: the columns given, null for the others. */
    static String branch(int what, Map<String, String> given, String from) {
        String selected = COLUMNS.entrySet().stream()
                .map(column -> given.containsKey(column.getKey())
                        ? given.get(column.getKey()) + " as " + column.getKey()
                        : "cast(null as " + column.getValue() + ") as " + column.getKey())
                .collect(Collectors.joining(", "));
        return "select " + what + " as what, " + selected + "\n" + from;
    }
}
