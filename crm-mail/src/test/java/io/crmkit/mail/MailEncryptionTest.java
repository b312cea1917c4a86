package io.crmkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.report.Carrier.Consignment;
import io.crmkit.report.Undelivered;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is said to a server that is not encrypted and known, unless the host says so in so many words. */
@Requirement("PRV-1")
class MailEncryptionTest {
    private static final Consignment WEEKLY = Mailbox.consignment("Weekly", Locale.ENGLISH, "owner@clinica.example");
    private static final String STORE = "greenmail.tls.keystore.";

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(STORE + "file");
        System.clearProperty(STORE + "password");
        System.clearProperty(STORE + "key.password");
    }

    private static void send(MailServer by) throws IOException {
        Mailbox.send(Mailbox.carrier(by), WEEKLY, "w.csv", "x");
    }

    @Test
    void aServerWithoutEncryptionGetsNothing() throws IOException {
        try (Mailbox mailbox = Mailbox.plain()) {
            assertThatExceptionOfType(Undelivered.class)
                    .isThrownBy(() -> send(MailServer.startTls("127.0.0.1", mailbox.port())))
                    .withMessage("The mail server offers no encryption, and nothing was sent");
            assertThatExceptionOfType(Undelivered.class)
                    .isThrownBy(() -> send(MailServer.tls("127.0.0.1", mailbox.port())))
                    .withMessageContaining("cannot be encrypted");
            assertThat(mailbox.messages()).isEmpty();
        }
    }

    @Test
    void aServerNobodyVouchesForGetsNothing() throws IOException {
        try (Mailbox mailbox = Mailbox.encrypted()) {
            assertThatExceptionOfType(Undelivered.class)
                    .isThrownBy(() -> send(MailServer.tls("127.0.0.1", mailbox.port())))
                    .withMessageContaining("certificate");
            assertThat(mailbox.messages()).isEmpty();
        }
    }

    @Test
    void aServerThatIsKnownByItsNameGetsItAndNoOther() throws Exception {
        SSLContext right = keyed("ip:127.0.0.1", "right");
        try (Mailbox mailbox = Mailbox.encrypted()) {
            MailServer server = MailServer.tls("127.0.0.1", mailbox.port());
            Mailbox.send(Mailbox.carrier(server).trusting(right), WEEKLY, "w.csv", "x");
            assertThat(mailbox.attached()).containsEntry("w.csv", "x");
        }
    }

    @Test
    void aServerThatIsKnownByAnotherNameGetsNothing() throws Exception {
        SSLContext wrong = keyed("dns:mail.elsewhere.example", "wrong");
        try (Mailbox mailbox = Mailbox.encrypted()) {
            MailCarrier carrier =
                    Mailbox.carrier(MailServer.tls("127.0.0.1", mailbox.port())).trusting(wrong);
            assertThatExceptionOfType(Undelivered.class)
                    .isThrownBy(() -> Mailbox.send(carrier, WEEKLY, "w.csv", "x"))
                    .withMessageContaining("its name");
            assertThat(mailbox.messages()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeAway() throws IOException {
        int nobodys;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobodys = socket.getLocalPort();
        }
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> send(MailServer.startTls("127.0.0.1", nobodys)))
                .withMessage("The mail server cannot be reached")
                .withNoCause();
    }

    /** A key for a server of this name, and a context that believes it. */
    private SSLContext keyed(String name, String file) throws Exception {
        Path store = folder.resolve(file + ".p12");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mail",
                        "-ext",
                        "san=" + name,
                        "-validity",
                        "36500",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assertThat(status).isZero();
        System.setProperty(STORE + "file", store.toString());
        System.setProperty(STORE + "password", "changeit");
        System.setProperty(STORE + "key.password", "changeit");
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(store.toFile(), "changeit".toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
