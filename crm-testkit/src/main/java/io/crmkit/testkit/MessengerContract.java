package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.contact.Identifier;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Messenger;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Verdict;
import io.crmkit.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What whoever sends messages keeps. An adapter's test extends it, with a provider of its own making behind the adapter.
 *
 * @since 0.1
 */
public abstract class MessengerContract {
    /** How the provider behind the messenger behaves. */
    public enum Provider {
        /** It takes what it gets. */
        TAKES,
        /** It says that it will take it later. */
        BUSY,
        /** It says that something has to be put right. */
        REFUSES,
        /** It takes what it gets and gives no answer, or one that nobody understands. */
        SILENT
    }

    /** A tenant that sends by it. */
    protected abstract TenantId tenant();

    /** A messenger whose provider behaves so. */
    protected abstract Messenger messenger(Provider provider);

    /** How often the provider got a message of this id. */
    protected abstract int received(UUID id);

    private Dispatch dispatch(Messenger messenger, int number) {
        ChannelAccount from = messenger.account(tenant()).orElseThrow();
        Identifier to = new Identifier(messenger.reaches().get(0), "", "549115500%04d".formatted(number));
        return new Dispatch(
                new UUID(7, number), tenant(), from, to, new Outgoing.Text("Confirmamos su turno", null), null);
    }

    /** It sends from accounts of its channel to some kind of address. */
    @Test
    @Requirement("MSG-1")
    void itSendsFromAccountsOfItsChannel() {
        Messenger messenger = messenger(Provider.TAKES);
        assertThat(messenger.account(tenant()).orElseThrow().channel()).isEqualTo(messenger.channel());
        assertThat(messenger.account(TenantId.of("nobody-knows"))).isEmpty();
        assertThat(messenger.reaches()).isNotEmpty();
    }

    /** What was taken has an id of the provider's own, and reached it once. */
    @Test
    @Requirement("MSG-1")
    void whatIsTakenHasAnIdOfItsOwnAndReachesTheProviderOnce() {
        Messenger messenger = messenger(Provider.TAKES);
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            Dispatch dispatch = dispatch(messenger, i);
            ids.add(((Verdict.Accepted) messenger.send(dispatch)).providerId());
            assertThat(received(dispatch.id())).isOne();
        }
        assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
    }

    /** What the provider takes later is not tried again by the messenger itself. */
    @Test
    @Requirement("MSG-1")
    void whatIsNotTakenYetIsToBeTriedAgainBySomebodyElse() {
        Messenger messenger = messenger(Provider.BUSY);
        Dispatch dispatch = dispatch(messenger, 1);
        assertThat(messenger.send(dispatch))
                .isInstanceOfSatisfying(
                        Verdict.RetryAfter.class,
                        retry -> assertThat(retry.pause()).isPositive());
        assertThat(received(dispatch.id())).isLessThanOrEqualTo(1);
    }

    /** What the provider does not take is said with what to do. */
    @Test
    @Requirement("MSG-1")
    void whatIsNotTakenAtAllSaysWhatToPutRight() {
        Messenger messenger = messenger(Provider.REFUSES);
        assertThat(messenger.send(dispatch(messenger, 1))).isInstanceOf(Verdict.Refused.class);
    }

    /** What may have been sent is said to be unknown, and was called for once. */
    @Test
    @Requirement("MSG-1")
    void whatMayHaveBeenSentIsNeverSentAgain() {
        Messenger messenger = messenger(Provider.SILENT);
        Dispatch dispatch = dispatch(messenger, 1);
        assertThat(messenger.send(dispatch)).isEqualTo(new Verdict.Unknown());
        assertThat(received(dispatch.id())).isOne();
    }

    /** Another tenant's account sends nothing. */
    @Test
    @Requirement("PRV-2")
    void nobodySendsFromAnotherTenantsAccount() {
        Messenger messenger = messenger(Provider.TAKES);
        Dispatch own = dispatch(messenger, 1);
        Dispatch others =
                new Dispatch(own.id(), TenantId.of("nobody-knows"), own.from(), own.to(), own.message(), null);
        assertThat(messenger.send(others)).isInstanceOf(Verdict.Stop.class);
        assertThat(received(own.id())).isZero();
    }

    /** What is said and to whom is not part of what is written about it. */
    @Test
    @Requirement("PRV-10")
    void whatIsWrittenAboutItTellsNothingPersonal() {
        Messenger messenger = messenger(Provider.TAKES);
        Dispatch dispatch = dispatch(messenger, 1);
        assertThat(List.of(dispatch.toString(), messenger.send(dispatch).toString(), messenger.toString()))
                .noneMatch(text -> text.contains("turno") || text.contains("549115500"));
    }
}
