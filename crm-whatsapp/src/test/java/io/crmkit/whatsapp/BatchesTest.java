package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.change;
import static io.crmkit.whatsapp.Bodies.entry;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.text;
import static io.crmkit.whatsapp.Bodies.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.interaction.Interaction;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-5")
class BatchesTest {
    private static final TenantId SUR = TenantId.of("clinica-sur");

    private final Clinic clinic = new Clinic();

    /** Scar 35. */
    @Test
    @Requirement({"CAP-5", "CAP-9"})
    void ofAThousandUpdatesOfSeveralTenantsOnePoisonedCostsOnlyItself() {
        Clinic chain = new Clinic(WhatsAppAccounts.of(Map.of("1", Clinic.NORTE, "2", Clinic.NORTE, "3", SUR)));
        List<String> changes = new ArrayList<>();
        for (int block = 0; block < 20; block++) {
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int n = block * 50 + i;
                messages.add(
                        n == 637
                                ? "{'from':['" + ANA + "'],'id':{},'timestamp':'ayer','type':7,'text':'veneno'}"
                                : message("54911555" + (10000 + n % 300), "wamid." + n, NOON + n, text("Hola " + n)));
            }
            changes.add(change(
                    String.valueOf(block % 3 + 1), "messages", list("messages", messages.toArray(new String[0]))));
        }

        WebhookReply reply = chain.receives(webhook(
                entry(changes.subList(0, 10).toArray(new String[0])),
                entry(changes.subList(10, 20).toArray(new String[0]))));

        assertThat(reply.receipts().keySet()).containsExactlyInAnyOrder(Clinic.NORTE, SUR);
        assertThat(reply.receipts().values().stream()
                        .mapToLong(CaptureReceipt::captured)
                        .sum())
                .isEqualTo(999);
        assertThat(reply.reasons()).containsExactly("A message names no customer.");
        assertThat(chain.contacts(Clinic.NORTE).size() + chain.contacts(SUR).size())
                .isPositive();
        assertThat(chain.session(SUR).keptAside(null, 10).size()
                        + chain.session(Clinic.NORTE).keptAside(null, 10).size())
                .isEqualTo(1);
    }

    @Test
    @Requirement("CAP-3")
    void theSamePostAgainChangesNothing() {
        String post = messages(message("wamid.1", text("Hola")), message("wamid.2", "'type':'edit'"));
        clinic.receives(post);
        clinic.receives(post);

        assertThat(clinic.timeline()).hasSize(1);
        assertThat(clinic.keptAside()).hasSize(1);
    }

    @Test
    @Requirement("CAP-9")
    void theReplySaysWhatBecameOfEverything() {
        WebhookReply reply = clinic.receives(messages(message("wamid.1", text("Hola")), "{}"));

        assertThat(reply.body()).isEqualTo("ok");
        assertThat(reply.receipts()).containsOnlyKeys(Clinic.NORTE);
        assertThat(reply.outcomes()).hasSize(2);
        assertThat(reply.receipts().get(Clinic.NORTE).captured()).isEqualTo(1);
        assertThat(reply.reasons()).hasSize(1);
    }

    @Test
    @Requirement("CAP-9")
    void whenStorageFailsNothingIsAcknowledged() {
        Storage broken = new Storage() {
            @Override
            public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public boolean joinsHostTransaction() {
                return false;
            }

            @Override
            public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
                return List.of();
            }
        };
        WhatsAppWebhook webhook = WhatsAppWebhook.create(
                        Crm.create(broken).build(), WhatsAppAccounts.all(Clinic.NORTE), "t")
                .unsigned()
                .build();

        assertThatThrownBy(() -> webhook.receive(Bodies.bytes(messages(message("wamid.1", text("Hola")))), null))
                .hasMessage("the disk is full");
    }

    @Test
    @Requirement("CAP-7")
    void aTimeMayBeANumberOrAText() {
        clinic.receives(messages(
                "{'from':'" + ANA + "','id':'wamid.1','timestamp':" + NOON + "," + text("Hola") + "}",
                message("wamid.2", text("Hola"))));

        assertThat(clinic.timeline()).extracting(Interaction::occurredAt).containsOnly(Instant.ofEpochSecond(NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ayer'",
                "''",
                "null",
                "{}",
                "-1",
                "0",
                "'-5'",
                "'99999999999999999999'",
                "1e30",
                "1756728000000"
            })
    @Requirement("CAP-7")
    void whatHasNoTimeHasTheLatestThatCameWithIt(String time) {
        clinic.receives(messages(
                message(ANA, "wamid.1", NOON, text("Uno")),
                "{'from':'" + ANA + "','id':'wamid.2','timestamp':" + time + "," + text("Dos") + "}",
                message(ANA, "wamid.3", NOON + 30, text("Tres"))));

        assertThat(clinic.timeline())
                .filteredOn(entry -> "Dos".equals(entry.content().text()))
                .extracting(Interaction::occurredAt)
                .containsExactly(Instant.ofEpochSecond(NOON + 30));
    }

    @Test
    @Requirement("CAP-7")
    void whereNothingHasATimeItIsKeptAside() {
        clinic.receives(messages("{'from':'" + ANA + "','id':'wamid.2'," + text("Dos") + "}"));

        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.keptAside())
                .extracting(aside -> aside.what().reason())
                .containsExactly("A message has no time, nor has anything that came with it.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 253_402_300_799L, NOON + 7 * 86_400})
    @Requirement("CAP-7")
    void aTimeFarOffIsNeverLaterThanTheReceipt(long time) {
        clinic.receives(messages(message(ANA, "wamid.1", time, text("Hola"))));

        assertThat(clinic.onlyMessage().occurredAt()).isBeforeOrEqualTo(Clinic.NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "statuses",
                "message_echoes",
                "history",
                "state_sync",
                "user_preferences",
                "automatic_events",
                "user_id_update"
            })
    void itemsAndListsOfTheWrongTypeAreKeptAside(String name) {
        clinic.receives(of("messages", "'" + name + "':{'0':1}"));
        clinic.receives(of("messages", "'" + name + "':['texto',null,[],3]"));

        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.keptAside()).hasSize(5);
    }
}
