package io.crmkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Webhook bodies as the platform writes them, about made-up people. Single quotes stand for double ones. */
final class Bodies {
    /** The clinic's line: its id, its account's id, its number. */
    static final String LINE = "700100200300";

    static final String ACCOUNT = "800100200300";
    static final String NUMBER = "5491150001000";

    /** Ana's phone, and the id under which she hides it. */
    static final String ANA = "5491155501234";

    static final String ANA_ID = "AR.40001000200030004000";
    static final String BETO = "5491155505678";

    /** 2026-09-01T12:00:00Z. */
    static final long NOON = 1788264000L;

    private Bodies() {}

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }

    /** A webhook of these entries. */
    static String webhook(String... entries) {
        return "{'object':'whatsapp_business_account','entry':[" + String.join(",", entries) + "]}";
    }

    static String entry(String... changes) {
        return "{'id':'" + ACCOUNT + "','changes':[" + String.join(",", changes) + "]}";
    }

    static String change(String line, String field, String parts) {
        return "{'field':'" + field + "','value':{'messaging_product':'whatsapp','metadata':{'display_phone_number':'"
                + NUMBER + "','phone_number_id':'" + line + "'}" + (parts.isEmpty() ? "" : "," + parts) + "}}";
    }

    /** A webhook of one change of the clinic's line. */
    static String of(String field, String parts) {
        return webhook(entry(change(LINE, field, parts)));
    }

    /** A webhook with messages of Ana, who is listed with her name. */
    static String messages(String... messages) {
        return of("messages", contact(ANA, "Ana Ejemplo") + "," + list("messages", messages));
    }

    static String statuses(String... statuses) {
        return of("messages", list("statuses", statuses));
    }

    static String echoes(String... echoes) {
        return of("smb_message_echoes", list("message_echoes", echoes));
    }

    static String list(String name, String... items) {
        return "'" + name + "':[" + String.join(",", items) + "]";
    }

    static String contact(String phone, String name) {
        return "'contacts':[{'profile':{'name':'" + name + "'},'wa_id':'" + phone + "'}]";
    }

    /** A message of Ana's at noon. */
    static String message(String id, String parts) {
        return message(ANA, id, NOON, parts);
    }

    static String message(String from, String id, long at, String parts) {
        return "{'from':'" + from + "','id':'" + id + "','timestamp':'" + at + "'," + parts + "}";
    }

    static String text(String body) {
        return "'type':'text','text':{'body':'" + body + "'}";
    }

    /** What the business wrote to Ana on its phone, at noon. */
    static String echo(String id, String parts) {
        return "{'from':'" + NUMBER + "','to':'" + ANA + "','id':'" + id + "','timestamp':'" + NOON + "'," + parts
                + "}";
    }

    static String status(String id, String status, long at, String parts) {
        return "{'id':'" + id + "','status':'" + status + "','timestamp':'" + at + "'"
                + (parts.isEmpty() ? "" : "," + parts) + "}";
    }
}
