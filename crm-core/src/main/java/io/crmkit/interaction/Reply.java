package io.crmkit.interaction;

import org.jspecify.annotations.Nullable;

/**
 * A structured answer: a button pressed, a row chosen, a form filled in.
 *
 * @param kind button, button_reply, list_reply, nfm_reply, call_permission_reply and what may come
 * @param id the id or payload the business gave the choice
 * @param json the filled-in form as the provider gave it, which need not be valid JSON
 * @since 0.1
 */
public record Reply(
        String kind,
        @Nullable String id,
        @Nullable String title,
        @Nullable String json) {
    /** Without the answer, which is personal. */
    @Override
    public String toString() {
        return "Reply[" + kind + "]";
    }
}
