package io.crmkit.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes mail by SMTP.
 *
 * @param user null where it asks for none
 * @param patience how long each of its answers may take
 * @since 0.1
 */
public record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How the way to it is guarded. */
    public enum Security {
        /** Encrypted from the first byte; the server's certificate is checked against its name. */
        TLS,
        /** Encrypted before anything is said, or nothing is sent; the server's certificate is checked against its name. */
        STARTTLS,
        /** Not at all: what is sent can be read and changed on the way. */
        UNENCRYPTED
    }

    public MailServer {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A mail server has a host, and a port of 1 to 65535");
        }
        if (patience.isNegative() || patience.isZero() || patience.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("patience must be up to ten minutes");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("A user has a password");
        }
    }

    /** One that is encrypted from the first byte, usually on port 465. */
    public static MailServer tls(String host, int port) {
        return new MailServer(host, port, Security.TLS, null, null, PATIENCE);
    }

    /** One that is asked for encryption first, usually on port 587. */
    public static MailServer startTls(String host, int port) {
        return new MailServer(host, port, Security.STARTTLS, null, null, PATIENCE);
    }

    /** One to which everything is sent as it is: for a server of the same machine. */
    public static MailServer unencrypted(String host, int port) {
        return new MailServer(host, port, Security.UNENCRYPTED, null, null, PATIENCE);
    }

    /** The same, as a user. */
    public MailServer as(String name, String secret) {
        return new MailServer(host, port, security, name, secret, patience);
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + " " + security + "]";
    }
}
