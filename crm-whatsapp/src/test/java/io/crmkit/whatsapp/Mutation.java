package io.crmkit.whatsapp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils JSON documents at random, the same way for the same seed. */
final class Mutation {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "7.25",
            "1e400",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"texto\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"\\udc4d\\ud83d x\"",
            "\"5491155501234\"",
            "\"@\"",
            "\"wamid.1\"",
            "\"text\"",
            "\"system\"",
            "\"edit\"",
            "\"reaction\"",
            "\"contacts\"",
            "\"interactive\"",
            "\"user_changed_user_id\"",
            "\"remove\"",
            "\"" + "a".repeat(300) + "\"",
            "\"" + "9".repeat(70_000) + "\"",
            "[]",
            "{}",
            "[[[{}]]]",
            "[null,7,\"x\"]",
            "{\"id\":{\"id\":[]}}");

    private final Random chance;

    Mutation(long seed) {
        chance = new Random(seed);
    }

    /** A copy of the document, changed in one to four places. */
    JsonNode spoil(JsonNode document) {
        JsonNode copy = document.deepCopy();
        for (int i = chance.nextInt(4); i >= 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            gather(copy, containers);
            if (containers.isEmpty()) {
                return copy;
            }
            spoilOne(containers.get(chance.nextInt(containers.size())));
        }
        return copy;
    }

    /** A copy of the bytes with a few of them changed, dropped or doubled. */
    byte[] spoil(byte[] body) {
        byte[] copy = body.clone();
        for (int i = chance.nextInt(3); i >= 0; i--) {
            copy[chance.nextInt(copy.length)] = (byte) chance.nextInt(256);
        }
        return chance.nextInt(4) == 0 ? Arrays.copyOf(copy, chance.nextInt(copy.length)) : copy;
    }

    private static void gather(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.isEmpty()) {
            containers.add(node);
            node.values().forEach(child -> gather(child, containers));
        }
    }

    private void spoilOne(JsonNode container) {
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(chance.nextInt(names.size()));
            switch (chance.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("unheard_of", object.remove(name));
                case 2 ->
                    object.set(
                            names.get(chance.nextInt(names.size())),
                            object.get(name).deepCopy());
                default -> object.set(name, value());
            }
        } else if (container instanceof ArrayNode array) {
            int at = chance.nextInt(array.size());
            switch (chance.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(at).deepCopy());
                default -> array.set(at, value());
            }
        }
    }

    private JsonNode value() {
        return Json.read(VALUES.get(chance.nextInt(VALUES.size()))).orElseThrow();
    }
}
