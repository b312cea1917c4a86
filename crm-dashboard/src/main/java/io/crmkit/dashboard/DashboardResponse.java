package io.crmkit.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the dashboard answers, to be handed to the browser as it is.
 *
 * @param status of HTTP
 * @param headers to be sent, all of them
 * @since 0.1
 */
public record DashboardResponse(int status, Map<String, String> headers, Body body) {
    public DashboardResponse {
        headers = Map.copyOf(headers);
    }

    /** What is sent: written once, when the host is ready for it. A download of any size takes no more memory. */
    @FunctionalInterface
    public interface Body {
        /** Nothing. */
        Body NONE = out -> {};

        void writeTo(OutputStream out) throws IOException;

        /** These bytes. */
        static Body of(byte[] bytes) {
            return out -> out.write(bytes);
        }
    }

    /** What is sent, as text. */
    public String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Without what is sent, which is personal. */
    @Override
    public String toString() {
        return "DashboardResponse[" + status + "]";
    }
}
