package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.audit.CheckpointSink;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.memory.InMemoryCheckpoints;
import io.crmkit.outreach.Messenger;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.ScriptedMessenger;
import io.crmkit.whatsapp.CloudApi;
import org.junit.jupiter.api.Test;

/** From when on a host sends messages, and by what. */
@Requirement("HST-1")
class SendingTest {
    private static final String TOKEN = "crm.whatsapp.access-token=token";

    @Test
    void nothingIsSentWithoutAToken() {
        Contexts.host().run(context -> assertThat(context).doesNotHaveBean(Messenger.class));
    }

    @Test
    void theOnlyTenantSendsFromTheNumberItNames() {
        Contexts.host()
                .withPropertyValues(TOKEN, "crm.whatsapp.tenant=norte", "crm.whatsapp.from=700")
                .run(context -> assertThat(context.getBean(CloudApi.class).account(TenantId.of("norte")))
                        .contains(new ChannelAccount("whatsapp", "700")));
    }

    @Test
    void eachOfSeveralTenantsSendsFromItsOwn() {
        Contexts.host()
                .withPropertyValues(TOKEN, "crm.whatsapp.numbers.700=norte", "crm.whatsapp.numbers.701=sur")
                .run(context -> {
                    CloudApi messenger = context.getBean(CloudApi.class);
                    assertThat(messenger.account(TenantId.of("sur"))).contains(new ChannelAccount("whatsapp", "701"));
                    assertThat(messenger.account(TenantId.of("este"))).isEmpty();
                });
    }

    @Test
    void whereTheNumberIsNotToldItIsSaidWhatToSet() {
        Contexts.host()
                .withPropertyValues(TOKEN, "crm.whatsapp.tenant=norte")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOfSatisfying(
                                MissingSetting.class,
                                missing -> assertThat(missing.action()).contains("crm.whatsapp.from")));
    }

    @Test
    void theHostsOwnMessengerAndItsOtherPortsAreTheOnesInUse() {
        ScriptedMessenger own = new ScriptedMessenger(new ChannelAccount("telegram", "bot"));
        Contexts.host()
                .withPropertyValues(TOKEN, "crm.whatsapp.tenant=norte", "crm.whatsapp.from=700")
                .withBean(ScriptedMessenger.class, () -> own)
                .withBean(CheckpointSink.class, InMemoryCheckpoints::new)
                .run(context -> assertThat(context)
                        .hasSingleBean(Crm.class)
                        .hasSingleBean(Messenger.class)
                        .doesNotHaveBean(CloudApi.class));
    }
}
