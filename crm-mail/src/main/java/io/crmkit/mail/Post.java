package io.crmkit.mail;

import io.crmkit.report.Undelivered;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server.
 *
 * @param trust null for what Java believes
 */
record Post(MailServer server, @Nullable SSLContext trust) {
    Session session() {
        Properties properties = new Properties();
        String millis = Long.toString(server.patience().toMillis());
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        // The name of this machine is nobody's business.
        properties.put("mail.smtp.localhost", "localhost");
        properties.put("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        boolean startTls = server.security() == MailServer.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        if (trust != null) {
            properties.put("mail.smtp.ssl.socketFactory", trust.getSocketFactory());
        }
        return Session.getInstance(properties);
    }

    /** @throws Undelivered without a word of the server's, which may name people */
    void send(Session session, Message message) throws Undelivered {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AuthenticationFailedException refused) {
            throw new Undelivered("The mail server refused the user or the password");
        } catch (SendFailedException refused) {
            int of = refused.getInvalidAddresses() == null ? 0 : refused.getInvalidAddresses().length;
            throw new Undelivered("The mail server refused " + (of == 0 ? "the message" : of + " of the addresses"));
        } catch (MessagingException failed) {
            throw new Undelivered(advice(failed));
        }
    }

    private static String advice(MessagingException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "The way to the mail server cannot be encrypted: check its certificate and its name";
            }
        }
        if (failed.getCause() instanceof IOException) {
            return "The mail server cannot be reached";
        }
        return String.valueOf(failed.getMessage()).contains("STARTTLS")
                ? "The mail server offers no encryption, and nothing was sent"
                : "The mail server did not take the message";
    }
}
