/**
 * Extraction by a language model: {@link io.crmkit.ai.langchain4j.LangChainExtractor} over any {@code ChatModel} of
 * LangChain4j, whose builder takes the key and the address of the provider.
 *
 * <p>The model is sent fixed instructions, then one JSON object with the window as data. Its answer is taken for what a
 * stranger says: a fact stays only if its quote stands in a new message of the customer's and its value fits its type.
 */
@NullMarked
package io.crmkit.ai.langchain4j;

import org.jspecify.annotations.NullMarked;
