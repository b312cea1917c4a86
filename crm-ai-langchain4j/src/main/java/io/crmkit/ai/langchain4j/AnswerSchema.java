package io.crmkit.ai.langchain4j;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue.Moment.Grain;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.Subject;
import java.util.Arrays;
import java.util.List;

/** The one form of an answer. Every field is optional: a model invents what it is made to give. */
final class AnswerSchema {
    /** Codes of what a customer may want; the same that the rules give. */
    static final List<String> INTENTS = List.of(
            "ASK_AVAILABILITY",
            "ASK_DOCUMENT",
            "ASK_HOURS",
            "ASK_INSURANCE",
            "ASK_LOCATION",
            "ASK_PAYMENT",
            "ASK_PRICE",
            "ASK_SERVICE_INFO",
            "BOOK",
            "CANCEL",
            "COMPLAIN",
            "CONFIRM",
            "DELETE_DATA",
            "EMERGENCY",
            "FEEDBACK",
            "FOLLOW_UP",
            "JOB_INQUIRY",
            "OPT_OUT",
            "PRAISE",
            "REFERRAL",
            "REFUND",
            "REQUEST_HUMAN",
            "RESCHEDULE",
            "SPAM",
            "UPDATE_DATA");

    static final List<String> ORIGINS = List.of("EXPLICIT", "CONFIRMED", "INFERRED");

    static final ResponseFormat FORMAT = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name("extraction")
                    .rootElement(JsonObjectSchema.builder()
                            .addProperty("facts", list(fact()))
                            .addProperty("insights", list(insight()))
                            .build())
                    .build())
            .build();

    private AnswerSchema() {}

    private static JsonSchemaElement fact() {
        return JsonObjectSchema.builder()
                .addIntegerProperty("message")
                .addStringProperty("quote")
                .addEnumProperty("type", names(FactType.values()))
                .addStringProperty("value")
                .addStringProperty("key")
                .addEnumProperty("subject", names(Subject.values()))
                .addStringProperty("relation")
                .addEnumProperty("polarity", names(Polarity.values()))
                .addEnumProperty("origin", ORIGINS)
                .addStringProperty("currency")
                .addStringProperty("end")
                .addEnumProperty("grain", names(Grain.values()))
                .addBooleanProperty("approximate")
                .addIntegerProperty("replaces")
                .build();
    }

    private static JsonSchemaElement insight() {
        return JsonObjectSchema.builder()
                .addIntegerProperty("message")
                .addEnumProperty("sentiment", names(Sentiment.values()))
                .addProperty("intents", list(JsonStringSchema.builder().build()))
                .addProperty("questions", list(JsonStringSchema.builder().build()))
                .addBooleanProperty("frustration")
                .addBooleanProperty("injection")
                .build();
    }

    private static JsonSchemaElement list(JsonSchemaElement items) {
        return JsonArraySchema.builder().items(items).build();
    }

    static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
