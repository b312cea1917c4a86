package io.crmkit.whatsapp;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a {@link CloudApi} is made of. Everything but the numbers has a default.
 *
 * @since 0.1
 */
public final class CloudApiBuilder {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final WhatsAppNumbers numbers;
    private URI platform = URI.create("https://graph.facebook.com/");
    private String version = "v24.0";
    private Duration timeout = Duration.ofSeconds(20);
    private InstantSource clock = Clock.systemUTC();
    private Platform.Pause pause = Platform.Pause.OF_THREADS;
    private @Nullable HttpClient client;

    CloudApiBuilder(WhatsAppNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * Where the platform is; by default {@code https://graph.facebook.com/}.
     *
     * @throws IllegalArgumentException if it is neither by https nor on this machine: the access token goes there
     */
    public CloudApiBuilder at(URI address) {
        boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
        if (!"https".equals(address.getScheme()) && !here) {
            throw new IllegalArgumentException("The platform is reached by https");
        }
        platform = address;
        return this;
    }

    /** The version of the API; by default {@code v24.0}. */
    public CloudApiBuilder version(String name) {
        version = name;
        return this;
    }

    /** After how long without an answer it is not known whether a message was sent: 1 second to 2 minutes; by default 20 s. */
    public CloudApiBuilder timeout(Duration longest) {
        if (longest.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(Duration.ofMinutes(2)) > 0) {
            throw new IllegalArgumentException("A timeout is 1 second to 2 minutes");
        }
        timeout = longest;
        return this;
    }

    /** The client that calls are made by, such as one with a proxy; by default one of its own. */
    public CloudApiBuilder client(HttpClient other) {
        client = other;
        return this;
    }

    /** The time; by default the system's. */
    public CloudApiBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** How a call waits for its turn. */
    CloudApiBuilder pausing(Platform.Pause other) {
        pause = other;
        return this;
    }

    public CloudApi build() {
        HttpClient calling = client != null
                ? client
                : HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
        return new CloudApi(numbers, new Platform(calling, platform, version, timeout), clock, pause);
    }
}
