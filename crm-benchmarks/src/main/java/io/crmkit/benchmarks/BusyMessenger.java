package io.crmkit.benchmarks;

import io.crmkit.contact.Scheme;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Messenger;
import io.crmkit.outreach.Verdict;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes nothing before tomorrow, so that a broadcast ends once its contacts are chosen. */
final class BusyMessenger implements Messenger {
    @Override
    public String channel() {
        return "whatsapp";
    }

    @Override
    public List<Scheme> reaches() {
        return List.of(Scheme.PHONE);
    }

    @Override
    public Optional<ChannelAccount> account(TenantId tenant) {
        return Optional.of(new ChannelAccount("whatsapp", "1001"));
    }

    @Override
    public Optional<Duration> window() {
        return Optional.of(Duration.ofHours(24));
    }

    @Override
    public Verdict send(Dispatch dispatch) {
        return new Verdict.RetryAfter(Duration.ofDays(1), true, 0);
    }
}
