package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA_ID;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.change;
import static io.crmkit.whatsapp.Bodies.entry;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.text;
import static io.crmkit.whatsapp.Bodies.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.contact.Identifier;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-9")
class QuarantineTest {
    private final Map<String, TenantId> tenants = new HashMap<>();
    private final Clinic clinic =
            new Clinic(id -> Optional.ofNullable(tenants.get(id)).map(WhatsAppAccount::of));

    private static String of(String line, String... messages) {
        return webhook(entry(change(line, "messages", list("messages", messages))));
    }

    @Test
    void whatComesForANumberOfNoTenantWaitsWhole() {
        WebhookReply reply = clinic.receives(of("999", message("wamid.1", text("Hola"))));

        assertThat(reply.receipts()).containsOnlyKeys(TenantId.UNROUTED);
        assertThat(clinic.quarantine()).singleElement().satisfies(aside -> {
            assertThat(aside.what().channel()).isEqualTo("whatsapp");
            assertThat(aside.what().account()).isEqualTo("999");
            assertThat(aside.what().reason()).isEqualTo("Its phone number id belongs to no tenant.");
            assertThat(aside.what().raw()).contains("wamid.1", Bodies.ACCOUNT);
        });
    }

    @Test
    void onceTheNumberHasATenantItIsCapturedAsIfItCameNow() {
        clinic.receives(of(
                "999",
                "{'from_user_id':'" + ANA_ID + "','id':'wamid.1','timestamp':'" + NOON + "'," + text("¿Hay turno? 🦷")
                        + "}",
                "{}"));
        tenants.put("999", Clinic.NORTE);

        assertThat(clinic.webhook.replayUnrouted()).isEqualTo(new Replay(1, 0));

        assertThat(clinic.onlyContent().text()).isEqualTo("¿Hay turno? 🦷");
        assertThat(clinic.onlyContact().identifiers()).containsExactly(Identifier.whatsAppUser(Bodies.ACCOUNT, ANA_ID));
        assertThat(clinic.keptAside()).hasSize(1);
        assertThat(clinic.quarantine()).isEmpty();
    }

    @Test
    void whatStillHasNoTenantGoesOnWaiting() {
        clinic.receives(of("998", message("wamid.1", text("Hola"))));
        clinic.receives(of("999", message("wamid.2", text("Hola"))));
        clinic.receives("{'object':'page','entry':[]}");
        tenants.put("999", Clinic.NORTE);

        assertThat(clinic.webhook.replayUnrouted()).isEqualTo(new Replay(1, 2));
        assertThat(clinic.webhook.replayUnrouted()).isEqualTo(new Replay(0, 2));
        assertThat(clinic.quarantine()).hasSize(2);
    }

    @Test
    void aQuarantineOfManyPagesIsReplayedWhole() {
        for (int i = 0; i < 65; i++) {
            clinic.receives(of(i % 5 == 0 ? "998" : "999", message("wamid." + i, text("Hola " + i))));
        }
        tenants.put("999", Clinic.NORTE);

        assertThat(clinic.webhook.replayUnrouted()).isEqualTo(new Replay(52, 13));
        assertThat(clinic.timeline()).hasSize(52);
    }

    @Test
    @Requirement("CAP-3")
    void aReplayThatIsInterruptedIsRepeatedWithoutDoubling() {
        clinic.receives(of("998", message("wamid.1", text("Uno"))));
        clinic.receives(of("999", message("wamid.2", text("Dos"))));
        WhatsAppWebhook crashing = WhatsAppWebhook.create(
                        clinic.crm,
                        new WhatsAppAccounts() {
                            private int asked;

                            @Override
                            public Optional<WhatsAppAccount> find(String id) {
                                if (asked++ == 1) {
                                    throw new IllegalStateException("the lights went out");
                                }
                                return Optional.of(WhatsAppAccount.of(Clinic.NORTE));
                            }
                        },
                        "t")
                .unsigned()
                .build();
        assertThatThrownBy(crashing::replayUnrouted).hasMessage("the lights went out");
        assertThat(clinic.timeline()).hasSize(1);
        tenants.put("998", Clinic.NORTE);
        tenants.put("999", Clinic.NORTE);
        clinic.receives(of("998", message("wamid.1", text("Uno"))));

        clinic.webhook.replayUnrouted();

        assertThat(clinic.timeline()).hasSize(2);
        assertThat(clinic.quarantine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[{'field':'account_update','value':{'event':'X'}}]}]}",
                "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[{'value':{'metadata':{'phone_number_id':'con espacio'}}}]}]}",
                "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[{'value':7}]}]}",
                "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[null]}]}",
                "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':{}}]}",
                "{'object':'whatsapp_business_account','entry':[7]}",
                "{'object':'whatsapp_business_account','entry':{}}",
                "{'object':'whatsapp_business_account'}",
                "{'object':'instagram','entry':[{'id':'1','changes':[{'value':{}}]}]}",
                "{'metadata':{'phone_number_id':'1'},'history':[]}",
                "{}",
                "[]",
                "'hola'",
                "null",
                "7"
            })
    @Requirement("CAP-5")
    void whatHasNoNumberOrIsNoWebhookAtAllWaitsWithAReason(String body) {
        tenants.put("1", Clinic.NORTE);

        clinic.receives(body);

        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.quarantine())
                .singleElement()
                .satisfies(aside -> assertThat(aside.what().reason()).endsWith("."));
        assertThat(clinic.webhook.replayUnrouted()).isEqualTo(new Replay(0, 1));
    }

    @Test
    void aPostOfTwoTenantsIsSharedOutByNumber() {
        TenantId sur = TenantId.of("clinica-sur");
        tenants.put("1", Clinic.NORTE);
        tenants.put("2", sur);

        clinic.receives(webhook(entry(
                change("1", "messages", list("messages", message("wamid.1", text("Al norte")))),
                change("2", "messages", list("messages", message("wamid.1", text("Al sur")))),
                change("3", "messages", list("messages", message("wamid.1", text("A nadie")))))));

        assertThat(clinic.contacts(Clinic.NORTE)).hasSize(1);
        assertThat(clinic.contacts(sur)).hasSize(1);
        assertThat(clinic.quarantine()).hasSize(1);
    }
}
