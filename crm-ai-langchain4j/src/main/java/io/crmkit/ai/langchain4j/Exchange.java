package io.crmkit.ai.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.NonRetriableExtractionException;
import io.crmkit.ai.RetriableExtractionException;
import io.crmkit.ai.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The talk with the model about one window: the question, and one more if the answer could not be read. */
final class Exchange {
    private static final int CHARACTERS_PER_TOKEN = 3;
    private static final int SHOWN_AGAIN = 4_000;

    private final ChatModel model;
    private final long tokens;
    private final List<ChatMessage> messages = new ArrayList<>();
    private int calls;
    private long input;
    private long output;

    Exchange(ChatModel model, ExtractionRequest request) {
        this.model = model;
        this.tokens = request.limits().tokens();
        messages.add(SystemMessage.from(Prompt.INSTRUCTIONS));
        messages.add(UserMessage.from(Prompt.data(request)));
    }

    Answer answer() throws ExtractionUnavailableException {
        if (!affordable()) {
            throw new NonRetriableExtractionException("the window is larger than the tokens allowed");
        }
        try {
            return ask();
        } catch (UnreadableAnswer unreadable) {
            messages.add(AiMessage.from(unreadable.shown(SHOWN_AGAIN)));
            messages.add(UserMessage.from(Prompt.correction(unreadable.reason())));
        }
        try {
            if (affordable()) {
                return ask();
            }
        } catch (UnreadableAnswer again) {
            // told to the caller below: a third call would hardly do better
        }
        throw new RetriableExtractionException("the model's answer could not be read", Duration.ZERO);
    }

    private Answer ask() throws UnreadableAnswer, NonRetriableExtractionException {
        calls++;
        ChatResponse response = model.chat(question());
        count(response.tokenUsage());
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            throw new NonRetriableExtractionException("the provider's filter withheld the answer");
        }
        boolean cut = response.finishReason() == FinishReason.LENGTH;
        return new Answer(Json.answer(response.aiMessage().text(), cut), cut, new Usage(calls, input, output));
    }

    private ChatRequest question() {
        ChatRequest.Builder request = ChatRequest.builder().messages(List.copyOf(messages));
        if (model.supportedCapabilities().contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA)) {
            request.responseFormat(AnswerSchema.FORMAT);
        }
        return request.build();
    }

    private void count(@Nullable TokenUsage usage) {
        if (usage != null) {
            input += known(usage.inputTokenCount());
            output += known(usage.outputTokenCount());
        }
    }

    private static long known(@Nullable Integer count) {
        return count == null ? 0 : Math.max(0, count);
    }

    /** Whether what was used and the question to come stay within the limit; an estimate, as each model counts its own. */
    private boolean affordable() {
        long characters = messages.stream().mapToLong(Exchange::length).sum();
        return input + output + characters / CHARACTERS_PER_TOKEN < tokens;
    }

    private static long length(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return system.text().length();
        } else if (message instanceof AiMessage ai) {
            return ai.text().length();
        }
        return ((UserMessage) message).singleText().length();
    }
}
