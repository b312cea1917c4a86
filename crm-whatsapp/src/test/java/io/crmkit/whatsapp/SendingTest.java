package io.crmkit.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Objection;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.SendOutcome;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the agent's word to the blue ticks, with the platform in between. */
@Requirement("MSG-1")
class SendingTest {
    private final PlatformStub platform = new PlatformStub();
    private final FixedClock clock = FixedClock.at("2026-09-01T15:00:00Z");
    private final Crm crm = Crm.create(new InMemoryStorage())
            .clock(clock)
            .messenger(api(platform.address()))
            .build();
    private final CrmSession clinic = crm.as(Actor.system(Clinic.NORTE));
    private final WhatsAppWebhook webhook = WhatsAppWebhook.create(
                    crm, WhatsAppAccounts.all(Clinic.NORTE), Clinic.TOKEN)
            .unsigned()
            .build();

    private CloudApi api(URI address) {
        return CloudApi.builder(WhatsAppNumbers.of(WhatsAppNumber.of(Clinic.NORTE, Bodies.LINE, () -> "token")))
                .at(address)
                .clock(clock)
                .timeout(Duration.ofSeconds(1))
                .build();
    }

    @BeforeEach
    void anaWrites() {
        receive(Bodies.messages(Bodies.message("wamid.in", Bodies.text("Hola"))));
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private void receive(String body) {
        assertThat(webhook.receive(Bodies.bytes(body), null).status()).isEqualTo(200);
    }

    private void status(String wamid, String state, UUID sending, String more) {
        receive(Bodies.statuses(Bodies.status(
                wamid,
                state,
                Bodies.NOON + 10_900,
                "'recipient_id':'" + Bodies.ANA + "','biz_opaque_callback_data':'" + sending + "'" + more)));
    }

    private ContactId ana() {
        return clinic.contacts(null, 1).items().get(0).id();
    }

    private Message last() {
        return (Message) clinic.timeline(ana(), null, 1).items().get(0);
    }

    @Test
    void anAgentsAnswerIsDeliveredAndRead() {
        SendOutcome.Sent sent = (SendOutcome.Sent) clinic.outreach().send(ana(), Draft.answer("¿En qué te ayudo?"));
        String wamid = "wamid." + sent.sending();
        status(wamid, "delivered", sent.sending(), "");
        status(wamid, "sent", sent.sending(), "");
        assertThat(last().state()).isEqualTo(DeliveryState.DELIVERED);
        status(wamid, "read", sent.sending(), "");
        assertThat(last().state()).isEqualTo(DeliveryState.READ);
        assertThat(last().content().text()).isEqualTo("¿En qué te ayudo?");
        assertThat(clinic.timeline(ana(), null, 10).items()).hasSize(2);
    }

    @Test
    void aMessageWhoseAnswerWasLostIsSettledByTheWebhookAndSentOnce() {
        platform.answering(body -> new PlatformStub.Answer(0, ""));
        Draft draft = Draft.answer("Te espero").once("r-1");
        SendOutcome.Unknown unknown = (SendOutcome.Unknown) clinic.outreach().send(ana(), draft);
        clock.advance(Duration.ofHours(1));
        crm.dueWork().runDue();
        clinic.outreach().send(ana(), draft);
        assertThat(platform.received()).hasSize(1);
        status("wamid.lost", "delivered", unknown.sending(), "");
        status("wamid.lost", "delivered", unknown.sending(), "");
        assertThat(last().content().text()).isEqualTo("Te espero");
        assertThat(last().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(clinic.timeline(ana(), null, 10).items()).hasSize(2);
    }

    @Test
    @Requirement("PRV-8")
    void whoStoppedMarketingIsFoundOutThoughTheMessageWasTaken() {
        clinic.privacy().consent(ana(), Purpose.MARKETING, "whatsapp", true, null);
        clock.advance(Duration.ofMinutes(1));
        Draft offer = Draft.of(Purpose.MARKETING, Outgoing.Template.of("offer", "es_AR"));
        SendOutcome.Sent sent = (SendOutcome.Sent) clinic.outreach().send(ana(), offer);
        clock.advance(Duration.ofMinutes(10));
        status(
                "wamid." + sent.sending(),
                "failed",
                sent.sending(),
                ",'errors':[{'code':131050,'title':'User stopped marketing'}]");
        assertThat(clinic.outreach().decide(ana(), offer).objects(Objection.Reason.SUPPRESSED))
                .isTrue();
        assertThat(clinic.timeline(ana(), null, 10).items().stream()
                        .filter(Message.class::isInstance)
                        .map(Message.class::cast)
                        .map(Message::state))
                .contains(DeliveryState.FAILED);
    }

    @Test
    void aReactionOfTheCustomersFindsTheMessageThatWasSent() {
        SendOutcome.Sent sent = (SendOutcome.Sent) clinic.outreach().send(ana(), Draft.answer("¡Listo!"));
        receive(Bodies.messages(Bodies.message(
                "wamid.r", "'type':'reaction','reaction':{'message_id':'wamid." + sent.sending() + "','emoji':'❤'}")));
        assertThat(clinic.timeline(ana(), null, 10).items().stream()
                        .filter(entry -> entry.id().equals(sent.interaction()))
                        .map(Message.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .reactions())
                .hasSize(1);
    }

    @Test
    void anAnswerThatComesTwiceIsNotTakenForThatOfTheNextMessage() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread platformTwice = new Thread(() -> answerTwice(server));
            platformTwice.setDaemon(true);
            platformTwice.start();
            Crm other = Crm.create(new InMemoryStorage())
                    .clock(clock)
                    .messenger(api(URI.create("http://localhost:" + server.getLocalPort() + "/")))
                    .build();
            CrmSession session = other.as(Actor.system(Clinic.NORTE));
            WhatsAppWebhook there = WhatsAppWebhook.create(other, WhatsAppAccounts.all(Clinic.NORTE), Clinic.TOKEN)
                    .unsigned()
                    .build();
            there.receive(Bodies.bytes(Bodies.messages(Bodies.message("wamid.in", Bodies.text("Hola")))), null);
            ContactId ana = session.contacts(null, 1).items().get(0).id();
            session.outreach().send(ana, Draft.answer("uno"));
            session.outreach().send(ana, Draft.answer("dos"));
            List<String> said = session.timeline(ana, null, 10).items().stream()
                    .map(Interaction::occurrence)
                    .map(occurrence -> occurrence.ref().id())
                    .toList();
            assertThat(said).doesNotHaveDuplicates().hasSize(3);
        }
    }

    /** Answers each call twice over. */
    private static void answerTwice(ServerSocket server) {
        int answers = 0;
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    InputStream in = socket.getInputStream();
                    OutputStream out = socket.getOutputStream()) {
                byte[] buffer = new byte[65_536];
                while (in.read(buffer) > 0) {
                    String body = "{\"messages\":[{\"id\":\"wamid.out" + ++answers + "\"}]}";
                    String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body;
                    out.write((answer + answer).getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (IOException over) {
                // The next one.
                continue;
            }
        }
    }
}
