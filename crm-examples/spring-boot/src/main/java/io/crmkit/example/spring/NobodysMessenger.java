package io.crmkit.example.spring;

import io.crmkit.contact.Scheme;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Messenger;
import io.crmkit.outreach.Verdict;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Stands in for WhatsApp as long as there is no token: it takes everything, and nobody is reached. With
 * {@code crm.whatsapp.access-token} the starter's messenger takes its place.
 */
@Component
@ConditionalOnProperty(name = "crm.whatsapp.access-token", havingValue = "none", matchIfMissing = true)
final class NobodysMessenger implements Messenger {
    private final ClinicProperties clinic;

    NobodysMessenger(ClinicProperties clinic) {
        this.clinic = clinic;
    }

    @Override
    public String channel() {
        return "whatsapp";
    }

    @Override
    public List<Scheme> reaches() {
        return List.of(Scheme.PHONE, Scheme.WHATSAPP_USER_ID);
    }

    @Override
    public Optional<ChannelAccount> account(TenantId tenant) {
        return Optional.of(new ChannelAccount(channel(), clinic.phoneNumberId()));
    }

    @Override
    public Optional<Duration> window() {
        return Optional.of(Duration.ofHours(24));
    }

    @Override
    public Verdict send(Dispatch dispatch) {
        return new Verdict.Accepted("nobody." + dispatch.id());
    }
}
