package io.crmkit.testkit;

import io.crmkit.contact.Scheme;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Messenger;
import io.crmkit.outreach.Verdict;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A messenger that reaches nobody: it remembers what it was to send and answers as it is told. Has a window of 24 hours,
 * as WhatsApp has. Thread-safe.
 *
 * @since 0.1
 */
public final class ScriptedMessenger implements Messenger {
    private final ChannelAccount account;
    private final @Nullable TenantId owner;
    private final List<Dispatch> sent = new CopyOnWriteArrayList<>();
    private volatile Function<Dispatch, Verdict> script = ScriptedMessenger::accepted;

    /** Sends from this account for whatever tenant. */
    public ScriptedMessenger(ChannelAccount account) {
        this(account, null);
    }

    /** Sends from this account for one tenant; for any if that is null. */
    public ScriptedMessenger(ChannelAccount account, @Nullable TenantId owner) {
        this.account = account;
        this.owner = owner;
    }

    /** As a provider answers that takes it. */
    public static Verdict accepted(Dispatch dispatch) {
        return new Verdict.Accepted("out." + dispatch.id());
    }

    /** From now on it answers so. */
    public ScriptedMessenger answering(Function<Dispatch, Verdict> answers) {
        script = answers;
        return this;
    }

    /** From now on it always answers so. */
    public ScriptedMessenger answering(Verdict verdict) {
        return answering(dispatch -> verdict);
    }

    /** Everything it was asked to send, the first first. */
    public List<Dispatch> sent() {
        return List.copyOf(sent);
    }

    @Override
    public String channel() {
        return account.channel();
    }

    @Override
    public List<Scheme> reaches() {
        return List.of(Scheme.PHONE, Scheme.WHATSAPP_USER_ID);
    }

    @Override
    public Optional<ChannelAccount> account(TenantId tenant) {
        return owner == null || owner.equals(tenant) ? Optional.of(account) : Optional.empty();
    }

    @Override
    public Optional<Duration> window() {
        return Optional.of(Duration.ofHours(24));
    }

    @Override
    public Verdict send(Dispatch dispatch) {
        if (account(dispatch.tenant()).isEmpty()) {
            return new Verdict.Stop(0);
        }
        sent.add(dispatch);
        return script.apply(dispatch);
    }
}
