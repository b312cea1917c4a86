package io.crmkit.ai;

import java.time.Instant;

/**
 * One message of the window.
 *
 * @param id an opaque id, by which evidence cites it
 * @param kind where the text comes from
 * @param sentAt provider time: the only anchor for "tomorrow"
 * @param text what was said, as evidence quotes it
 * @param contentHash changes when the text does, so that an edited message is read again
 * @since 0.1
 */
public record WindowMessage(
        String id, Author author, ContentKind kind, Instant sentAt, String text, String contentHash, WindowRole role) {
    public WindowMessage {
        Checks.notBlank(id, "id");
        Checks.notBlank(contentHash, "contentHash");
    }

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "WindowMessage[" + id + ", " + author + ", " + role + "]";
    }
}
