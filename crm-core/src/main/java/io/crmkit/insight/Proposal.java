package io.crmkit.insight;

import io.crmkit.ai.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a candidate once it was found to stand in the messages.
 *
 * @param replaces the fact it corrects; null if it corrects none
 */
record Proposal(
        Matter matter,
        Sensitivity sensitivity,
        Support support,
        @Nullable FactId replaces) {}
