package io.crmkit.mail;

import io.crmkit.dossier.Delivery;
import io.crmkit.report.Carrier.Consignment;
import io.crmkit.report.Undelivered;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.activation.FileDataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** One message on its way. What is attached waits in a temporary file that only its owner may read. */
final class Letter implements Delivery.Parcel {
    private final Post post;
    private final InternetAddress from;
    private final InstantSource clock;
    private final long most;
    private final Consignment what;
    private final String name;
    private final List<InternetAddress> to;
    private final Path file;
    private final OutputStream contents;

    Letter(Post post, InternetAddress from, InstantSource clock, long most, Consignment what, String name)
            throws IOException {
        this.post = post;
        this.from = from;
        this.clock = clock;
        this.most = most;
        this.what = what;
        this.name = name;
        this.to = addresses(what.to());
        this.file = Files.createTempFile("crm-mail", ".part");
        this.contents = Files.newOutputStream(file);
    }

    private static List<InternetAddress> addresses(List<String> written) throws Undelivered {
        List<InternetAddress> addresses = new ArrayList<>();
        for (String each : written) {
            try {
                addresses.add(Addresses.read(each));
            } catch (AddressException none) {
                throw new Undelivered("The destination has something that is no e-mail address");
            }
        }
        if (addresses.isEmpty()) {
            throw new Undelivered("The destination has no e-mail address");
        }
        return addresses;
    }

    @Override
    public OutputStream contents() {
        return contents;
    }

    @Override
    public void deliver(byte[] manifest) throws IOException {
        contents.close();
        if (Files.size(file) > most) {
            throw new Undelivered("The report is longer than " + most
                    + " bytes, which is too long for an e-mail: have it brought to a folder");
        }
        Session session = post.session();
        post.send(session, message(session, manifest));
    }

    private Message message(Session session, byte[] manifest) throws Undelivered {
        try {
            Phrases phrases = new Phrases(what);
            MimeMessage message = new Known(session, phrases.id(from));
            message.setFrom(from);
            message.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
            message.setSubject(phrases.subject(), "UTF-8");
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Content-Language", what.locale().toLanguageTag());
            message.setHeader("Auto-Submitted", "auto-generated");
            MimeBodyPart words = new MimeBodyPart();
            words.setText(phrases.body(), "UTF-8");
            MimeMultipart parts = new MimeMultipart(
                    words,
                    attached(name, new FileDataSource(file.toFile())),
                    attached(name + ".manifest.json", new ByteArrayDataSource(manifest, "application/json")));
            message.setContent(parts);
            message.saveChanges();
            return message;
        } catch (MessagingException impossible) {
            throw new Undelivered("The message could not be composed");
        }
    }

    private static MimeBodyPart attached(String name, DataSource source) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(source));
        part.setHeader("Content-Type", type(name));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(name);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String type(String name) {
        if (name.endsWith(".pdf")) {
            return "application/pdf";
        } else if (name.endsWith(".csv")) {
            return "text/csv; charset=utf-8";
        }
        return name.endsWith(".json") ? "application/json" : "application/octet-stream";
    }

    @Override
    public void close() throws IOException {
        try {
            contents.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Keeps the id it is given. */
    private static final class Known extends MimeMessage {
        private final String id;

        Known(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
