package io.crmkit.interaction;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message, not the file itself.
 *
 * @param kind image, video, audio, voice, document, sticker
 * @param mediaId the provider's id, by which it is fetched; null where history gave only a placeholder
 * @param sha256 as the provider wrote it
 * @since 0.1
 */
public record Attachment(
        String kind,
        @Nullable String mediaId,
        @Nullable String mimeType,
        @Nullable String sha256,
        @Nullable String fileName) {
    /** Without ids and name, which are personal. */
    @Override
    public String toString() {
        return "Attachment[" + kind + "]";
    }
}
