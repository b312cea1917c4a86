package io.crmkit.ai.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactType;
import io.crmkit.ai.RetriableExtractionException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An extractor that asks a language model. Message text leaves the host, so that each tenant has to allow it.
 *
 * <p>One call reads a window; an answer that cannot be read is sent back once with the error. Give the model's builder
 * {@code maxRetries(0)}: the core asks again by itself, and later. A model that declares the capability
 * {@code RESPONSE_FORMAT_JSON_SCHEMA} is held to the schema; any other is told it in words. Thread-safe if the model is.
 *
 * @since 0.1
 */
public final class LangChainExtractor implements FactExtractor {
    /** Identity numbers are blotted out before the text gets here. */
    private static final Set<FactType> PRODUCES = EnumSet.complementOf(EnumSet.of(FactType.ID_NUMBER));

    private static final int SCHEMA = 1;

    private final ChatModel model;
    private final ExtractorDescriptor descriptor;

    /**
     * @param id short and stable, tells this extractor from others of the same host, such as {@code model}
     * @param version names the model and everything else its answers depend on: another version reads again
     */
    public LangChainExtractor(ChatModel model, String id, String version) {
        this.model = model;
        this.descriptor = new ExtractorDescriptor(id, version + "/" + Prompt.VERSION, SCHEMA, PRODUCES, false, true);
    }

    @Override
    public ExtractorDescriptor descriptor() {
        return descriptor;
    }

    /** Asks on a thread of its own, since only that keeps to the time allowed with every model. */
    @Override
    public ExtractionResult extract(ExtractionRequest request) throws ExtractionUnavailableException {
        FutureTask<Answer> exchange = new FutureTask<>(() -> new Exchange(model, request).answer());
        Thread thread = new Thread(exchange, "crm-model-" + descriptor.id());
        thread.setDaemon(true);
        thread.start();
        try {
            Answer answer = exchange.get(request.limits().time().toMillis(), TimeUnit.MILLISECONDS);
            return new AnswerReader(request, PRODUCES).read(answer);
        } catch (TimeoutException slow) {
            throw new RetriableExtractionException("the model took longer than it may", Duration.ZERO);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RetriableExtractionException("interrupted while the model was asked", Duration.ZERO);
        } catch (ExecutionException failed) {
            throw Failures.of(failed.getCause());
        } finally {
            exchange.cancel(true);
        }
    }
}
