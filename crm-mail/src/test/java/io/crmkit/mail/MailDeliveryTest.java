package io.crmkit.mail;

import io.crmkit.dossier.Delivery;
import io.crmkit.testkit.DeliveryContract;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class MailDeliveryTest extends DeliveryContract {
    private final Mailbox mailbox = Mailbox.plain();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Override
    protected Delivery delivery() {
        return mailbox.carrier().brings(Mailbox.consignment("Weekly", Locale.ENGLISH, "owner@clinica.example"));
    }

    @Override
    protected Map<String, String> seen() throws IOException {
        return mailbox.attached();
    }
}
