package io.crmkit.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("CAP-9")
class HandshakeTest {
    private final Clinic clinic = new Clinic();

    @Test
    void theChallengeIsGivenBackExactlyToWhoeverKnowsTheWord() {
        WebhookReply reply = clinic.webhook.verify("subscribe", "1158201444", Clinic.TOKEN);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("1158201444");
    }

    @Test
    void whoeverDoesNotKnowTheWordIsRefused() {
        assertThat(clinic.webhook.verify("subscribe", "1158201444", "otra").status())
                .isEqualTo(403);
        assertThat(clinic.webhook.verify("subscribe", "1158201444", "").status())
                .isEqualTo(403);
        assertThat(clinic.webhook.verify("subscribe", "1158201444", null).status())
                .isEqualTo(403);
    }

    @Test
    void anythingButASubscriptionWithAChallengeIsRefused() {
        assertThat(clinic.webhook.verify("unsubscribe", "1", Clinic.TOKEN).status())
                .isEqualTo(403);
        assertThat(clinic.webhook.verify(null, "1", Clinic.TOKEN).status()).isEqualTo(403);
        assertThat(clinic.webhook.verify("subscribe", null, Clinic.TOKEN).status())
                .isEqualTo(403);
    }

    @Test
    void aRefusalDoesNotRepeatTheChallenge() {
        assertThat(clinic.webhook.verify("subscribe", "<script>", "otra").body())
                .doesNotContain("script");
    }

    @Test
    void aBlankWordIsNone() {
        WhatsAppAccounts accounts = WhatsAppAccounts.all(Clinic.NORTE);

        assertThatThrownBy(() -> WhatsAppWebhook.create(clinic.crm, accounts, " "))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
