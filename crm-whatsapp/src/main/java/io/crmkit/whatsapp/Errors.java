package io.crmkit.whatsapp;

import io.crmkit.interaction.ProviderError;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Errors as the platform words them. */
final class Errors {
    private Errors() {}

    static List<ProviderError> read(JsonNode errors) {
        List<ProviderError> read = new ArrayList<>();
        for (JsonNode error : errors.isArray() ? errors.values() : List.<JsonNode>of()) {
            if (error.isObject()) {
                read.add(new ProviderError(
                        code(error), Fields.text(error, "title", Fields.text(error, "message", "")), details(error)));
            }
        }
        return read;
    }

    static int code(JsonNode error) {
        String code = Fields.text(error, "code", "");
        boolean number = !code.isEmpty() && code.length() <= 9 && code.chars().allMatch(Text::digit);
        return number ? Integer.parseInt(code) : 0;
    }

    /** Older webhooks give the details at the top. */
    private static String details(JsonNode error) {
        String details = Fields.text(error.path("error_data"), "details");
        return details != null ? details : Fields.text(error, "details", Fields.text(error, "message", ""));
    }
}
