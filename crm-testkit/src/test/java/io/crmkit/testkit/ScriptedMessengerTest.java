package io.crmkit.testkit;

import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Messenger;
import io.crmkit.outreach.Verdict;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.util.UUID;

class ScriptedMessengerTest extends MessengerContract {
    private final ScriptedMessenger messenger = new ScriptedMessenger(new ChannelAccount("whatsapp", "1001"), tenant());

    @Override
    protected TenantId tenant() {
        return TenantId.of("clinica-norte");
    }

    @Override
    protected Messenger messenger(Provider provider) {
        return messenger.answering(dispatch -> switch (provider) {
            case TAKES -> ScriptedMessenger.accepted(dispatch);
            case BUSY -> new Verdict.RetryAfter(Duration.ofSeconds(4), false, 131056);
            case REFUSES -> new Verdict.Refused(132000, Verdict.Advice.FIX_MESSAGE);
            case SILENT -> new Verdict.Unknown();
        });
    }

    @Override
    protected int received(UUID id) {
        return (int) messenger.sent().stream()
                .filter(dispatch -> dispatch.id().equals(id))
                .count();
    }
}
