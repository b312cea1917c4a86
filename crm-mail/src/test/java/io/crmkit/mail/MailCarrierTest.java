package io.crmkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.report.Carrier.Consignment;
import io.crmkit.report.Undelivered;
import io.crmkit.testkit.Requirement;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Requirement("EXP-4")
class MailCarrierTest {
    private final Mailbox mailbox = Mailbox.plain();

    @AfterEach
    void close() {
        mailbox.close();
    }

    private static Consignment weekly(String... to) {
        return Mailbox.consignment("Pacientes de la semana", Locale.forLanguageTag("es-AR"), to);
    }

    private MimeMessage only() {
        List<MimeMessage> messages = mailbox.messages();
        assertThat(messages).isNotEmpty();
        return messages.get(0);
    }

    @Test
    void theReportAndItsManifestAreAttached() throws Exception {
        Mailbox.send(mailbox.carrier(), weekly("owner@clinica.example"), "médicos 2026.csv", "a;ñ\r\n");
        assertThat(mailbox.attached())
                .hasSize(2)
                .containsEntry("médicos 2026.csv", "a;ñ\r\n")
                .containsEntry("médicos 2026.csv.manifest.json", "{}");
        assertThat(Mailbox.parts(only()).get(1).getContentType()).startsWith("text/csv");
        assertThat(only().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(only().getSentDate()).isEqualTo(Mailbox.MONDAY);
        assertThat(only().getFrom()[0]).hasToString("=?UTF-8?Q?Cl=C3=ADnica_Norte?= <crm@clinica.example>");
    }

    @Test
    void itGoesToAllAddressesAtOnce() throws Exception {
        Mailbox.send(mailbox.carrier(), weekly("owner@clinica.example", "desk@clinica.example"), "w.csv", "x");
        assertThat(mailbox.messages()).hasSize(2);
        assertThat(only().getRecipients(Message.RecipientType.TO)).hasSize(2);
    }

    @Test
    void itSpeaksTheLanguageOfTheTenant() throws Exception {
        says("es-AR", "Acá tenés «Pacientes» del 9 de marzo de 2026.");
        says("es", "Aquí tiene «Pacientes» del");
        says("es-MX", "Aquí tiene «Pacientes» del");
        says("pt-BR", "Aqui está “Pacientes” de");
        says("en", "Here is “Pacientes” of");
        says("de", "Here is “Pacientes” of");
    }

    private void says(String language, String words) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        Mailbox.send(mailbox.carrier(), Mailbox.consignment("Pacientes", locale, "o@clinica.example"), "p.csv", "x");
        MimeMessage newest = mailbox.messages().get(mailbox.messages().size() - 1);
        assertThat(Mailbox.text(Mailbox.parts(newest).get(0))).as(language).startsWith(words);
        assertThat(newest.getSubject()).isEqualTo("Pacientes – 9 de marzo de 2026");
        assertThat(newest.getHeader("Content-Language")).containsExactly(language);
    }

    @Test
    void broughtAgainAMessageHasTheSameIdAndAnotherReportAnother() throws Exception {
        Mailbox.send(mailbox.carrier(), weekly("o@clinica.example"), "w.csv", "x");
        Mailbox.send(mailbox.carrier(), weekly("o@clinica.example"), "w.csv", "x");
        Consignment first = weekly("o@clinica.example");
        Consignment next = new Consignment(
                first.tenant(),
                first.key(),
                first.title(),
                first.plannedAt().plusSeconds(604_800),
                first.day(),
                first.locale(),
                first.to());
        Mailbox.send(mailbox.carrier(), next, "w.csv", "x");
        List<MimeMessage> messages = mailbox.messages();
        assertThat(messages.get(0).getMessageID())
                .isEqualTo(messages.get(1).getMessageID())
                .isNotEqualTo(messages.get(2).getMessageID())
                .endsWith("@clinica.example>")
                .doesNotContain("weekly");
    }

    @Test
    void aTitleBeginsNoHeaderOfItsOwn() throws Exception {
        Consignment sly = Mailbox.consignment("Hi\r\nBcc: thief@evil.example", Locale.ENGLISH, "o@clinica.example");
        Mailbox.send(mailbox.carrier(), sly, "w.csv", "x");
        assertThat(mailbox.messages()).hasSize(1);
        assertThat(only().getHeader("Bcc")).isNull();
        assertThat(only().getSubject()).startsWith("Hi  Bcc: thief@evil.example");
    }

    @Test
    void whatIsNoAddressOrTooLongIsNotSent() {
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> Mailbox.send(mailbox.carrier(), weekly("not an address"), "w.csv", "x"))
                .withMessageNotContaining("not an address");
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> Mailbox.send(mailbox.carrier(), weekly(), "w.csv", "x"));
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> Mailbox.send(mailbox.carrier().upTo(3), weekly("o@clinica.example"), "w.csv", "four"))
                .withMessageContaining("folder");
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void aUserProvesWhoItIs() throws Exception {
        mailbox.user("crm", "right");
        MailServer server = MailServer.unencrypted("127.0.0.1", mailbox.port());
        Mailbox.send(Mailbox.carrier(server.as("crm", "right")), weekly("o@clinica.example"), "w.csv", "x");
        assertThat(mailbox.messages()).hasSize(1);
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> Mailbox.send(
                        Mailbox.carrier(server.as("crm", "wrong")), weekly("o@clinica.example"), "w.csv", "x"))
                .withMessage("The mail server refused the user or the password");
        assertThat(server.as("crm", "right").toString()).doesNotContain("right", "crm");
    }
}
