package io.crmkit.mail;

import io.crmkit.report.Carrier.Consignment;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.util.HexFormat;
import java.util.ResourceBundle;

/** What a message says, in Spanish, Portuguese or English. */
final class Phrases {
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Consignment what;
    private final ResourceBundle words;

    Phrases(Consignment what) {
        this.what = what;
        this.words = ResourceBundle.getBundle(
                "io.crmkit.mail.words", what.locale(), Phrases.class.getClassLoader(), NO_OTHER);
    }

    String subject() {
        return line(what.title()) + " – " + what.day();
    }

    String body() {
        return new MessageFormat(words.getString("body"), what.locale())
                .format(new Object[] {line(what.title()), what.day()});
    }

    /** The same for the same report of the same moment; nothing of it can be read off. */
    String id(InternetAddress from) {
        String address = from.getAddress();
        return "<" + hash(what.tenant() + "\n" + what.key() + "\n" + what.plannedAt())
                + address.substring(address.indexOf('@')) + ">";
    }

    /** What somebody wrote may not begin a line of its own. */
    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .forEach(c -> line.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
        return line.toString();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
