package io.crmkit.mail;

import io.crmkit.dossier.Delivery;
import io.crmkit.report.Carrier;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings reports by e-mail: a message in the language of the tenant for each, with the report and its manifest as
 * attachments, to all addresses of its destination. Brought again, a message has the same id, by which servers and
 * programs know it. Thread-safe.
 *
 * @since 0.1
 */
public final class MailCarrier implements Carrier {
    /** What most servers take, encoded. */
    private static final long MOST = 15L << 20;

    private final Post post;
    private final InternetAddress from;
    private final InstantSource clock;
    private final long most;

    private MailCarrier(Post post, InternetAddress from, InstantSource clock, long most) {
        this.post = post;
        this.from = from;
        this.clock = clock;
        this.most = most;
    }

    /**
     * By a server, of reports up to 15 MiB.
     *
     * @param from the address messages come from, with or without a name
     * @throws IllegalArgumentException if that is no address
     */
    public static MailCarrier by(MailServer server, String from) {
        try {
            return new MailCarrier(new Post(server, null), Addresses.read(from), Clock.systemUTC(), MOST);
        } catch (AddressException none) {
            throw new IllegalArgumentException("from is no e-mail address");
        }
    }

    /** The same, of reports up to so many bytes. */
    public MailCarrier upTo(long bytes) {
        return new MailCarrier(post, from, clock, bytes);
    }

    /** The same by another clock. */
    public MailCarrier clock(InstantSource source) {
        return new MailCarrier(post, from, source, most);
    }

    /** The same, believing the certificates that this context believes; by default those that Java does. */
    public MailCarrier trusting(@Nullable SSLContext context) {
        return new MailCarrier(new Post(post.server(), context), from, clock, most);
    }

    @Override
    public Delivery brings(Consignment what) {
        return name -> new Letter(post, from, clock, most, what, name);
    }
}
