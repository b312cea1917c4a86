package io.crmkit.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.crmkit.report.Carrier.Consignment;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.FixedClock;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mail server of this process, on a port of its own of the loopback address. */
final class Mailbox implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-03-09T11:00:00Z");

    private final GreenMail server;

    private Mailbox(String protocol) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
    }

    static Mailbox plain() {
        return new Mailbox(ServerSetup.PROTOCOL_SMTP);
    }

    static Mailbox encrypted() {
        return new Mailbox(ServerSetup.PROTOCOL_SMTPS);
    }

    int port() {
        return server.getSmtp() == null
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
    }

    void user(String name, String password) {
        server.setUser(name, password);
        server.getUserManager().setAuthRequired(true);
    }

    MailCarrier carrier() {
        return carrier(MailServer.unencrypted("127.0.0.1", port()));
    }

    static MailCarrier carrier(MailServer by) {
        return MailCarrier.by(by, "Clínica Norte <crm@clinica.example>").clock(FixedClock.at(MONDAY));
    }

    static Consignment consignment(String title, Locale locale, String... to) {
        return new Consignment(
                TenantId.of("clinica-norte"), "weekly", title, MONDAY, "9 de marzo de 2026", locale, List.of(to));
    }

    static void send(MailCarrier carrier, Consignment what, String name, String contents) throws IOException {
        try (var parcel = carrier.brings(what).open(name)) {
            OutputStream out = parcel.contents();
            out.write(contents.getBytes(StandardCharsets.UTF_8));
            parcel.deliver("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    List<MimeMessage> messages() {
        return List.of(server.getReceivedMessages());
    }

    static List<BodyPart> parts(MimeMessage message) throws IOException {
        try {
            Multipart parts = (Multipart) message.getContent();
            List<BodyPart> all = new ArrayList<>();
            for (int i = 0; i < parts.getCount(); i++) {
                all.add(parts.getBodyPart(i));
            }
            return all;
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    static String name(BodyPart part) throws IOException {
        try {
            return MimeUtility.decodeText(String.valueOf(part.getFileName()));
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    static String text(BodyPart part) throws IOException {
        try {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    /** What was attached, by name; of those of one name the newest. */
    Map<String, String> attached() throws IOException {
        Map<String, String> attached = new HashMap<>();
        for (MimeMessage message : messages()) {
            for (BodyPart part : parts(message).subList(1, 3)) {
                attached.put(name(part), text(part));
            }
        }
        return attached;
    }

    @Override
    public void close() {
        server.stop();
    }
}
