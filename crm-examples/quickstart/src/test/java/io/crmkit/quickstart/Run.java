package io.crmkit.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the program and what it left behind. */
record Run(int status, String out, String err) {
    static Run of(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = List.of(args).stream().map(String::valueOf).toArray(String[]::new);
        int status = new Quickstart(print(out), print(err), Style.PLAIN).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A run over a folder that prints the document. */
    static JsonNode document(Path folder, Object... more) {
        List<Object> args = new ArrayList<>(List.of("--json", "--webhooks", folder));
        args.addAll(List.of(more));
        return Run.of(args.toArray()).document();
    }

    JsonNode document() {
        if (status != 0 || !err.isEmpty()) {
            throw new AssertionError("status " + status + ": " + err);
        }
        return new JsonMapper().readTree(out);
    }

    /** A document without what is new in each run: ids, times of receipt, and the names of shuffled files. */
    static String comparable(JsonNode document) {
        return document.toPrettyString()
                .lines()
                .filter(line ->
                        !line.contains("\"id\"") && !line.contains("\"receivedAt\"") && !line.contains("\"file\""))
                .collect(Collectors.joining("\n"));
    }

    /** Writes a file, in which an apostrophe stands for a quotation mark. */
    static void file(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content.replace('\'', '"'));
    }

    /** A webhook in which somebody writes to the number of that id. */
    static String webhook(String number, String from, String id, long at, String text) {
        return change(number, """
                'contacts':[{'profile':{'name':'Ana Prueba'},'wa_id':'%s'}],
                'messages':[{'from':'%s','id':'%s','timestamp':'%d','type':'text','text':{'body':'%s'}}]""".formatted(from, from, id, at, text));
    }

    /** A webhook in which a message to somebody gets somewhere. */
    static String status(String number, String to, String id, String status, long at) {
        return change(
                number,
                "'statuses':[{'id':'%s','status':'%s','timestamp':'%d','recipient_id':'%s'}]"
                        .formatted(id, status, at, to));
    }

    static String sent(String by, String to, String id, String at, String text) {
        return "{'kind':'sent','by':'%s','to':'%s','providerId':'%s','at':'%s','text':'%s'}"
                .formatted(by, to, id, at, text);
    }

    private static String change(String number, String parts) {
        return """
                {'object':'whatsapp_business_account','entry':[{'id':'900','changes':[{'field':'messages','value':{
                'messaging_product':'whatsapp',
                'metadata':{'display_phone_number':'541155550000','phone_number_id':'%s'},%s}}]}]}""".formatted(number, parts);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
