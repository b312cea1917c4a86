package io.crmkit.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.contact.Identifier;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.InteractionId;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Outgoing.Choice;
import io.crmkit.outreach.Outgoing.Media;
import io.crmkit.outreach.Verdict;
import io.crmkit.outreach.Verdict.Advice;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.Requirement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages go out as the platform wants them, at its pace, and what it answers says what to do. */
@Requirement("MSG-1")
class CloudApiTest {
    private static final Identifier ANA = Identifier.phone(Bodies.ANA);
    private static final InteractionId HERS = new InteractionId(new UUID(1, 1));
    private static final Outgoing HELLO = new Outgoing.Text("¡Hola!", null);

    private final PlatformStub platform = new PlatformStub();
    private final FixedClock clock = FixedClock.at("2026-09-01T12:00:00Z");
    private int sent;

    @AfterEach
    void close() {
        platform.close();
    }

    private WhatsAppNumber number() {
        return WhatsAppNumber.of(Clinic.NORTE, Bodies.LINE, () -> "secret-token");
    }

    private CloudApi api(WhatsAppNumber number) {
        return CloudApi.builder(WhatsAppNumbers.of(number))
                .at(platform.address())
                .timeout(Duration.ofSeconds(1))
                .clock(clock)
                .pausing(wait -> {
                    clock.advance(wait);
                    return true;
                })
                .build();
    }

    private Dispatch dispatch(Identifier to, Outgoing message, @Nullable String about) {
        return new Dispatch(
                new UUID(9, ++sent), Clinic.NORTE, new ChannelAccount("whatsapp", Bodies.LINE), to, message, about);
    }

    /** What is posted of a message, without the id it is known by. */
    private String posted(Identifier to, Outgoing message, @Nullable String about) {
        assertThat(api(number()).send(dispatch(to, message, about))).isInstanceOf(Verdict.Accepted.class);
        PlatformStub.Received call = platform.received().get(platform.received().size() - 1);
        assertThat(call.path()).isEqualTo("/v24.0/" + Bodies.LINE + "/messages");
        assertThat(call.authorization()).isEqualTo("Bearer secret-token");
        return Json.write(call.body())
                .replace(",\"biz_opaque_callback_data\":\"" + new UUID(9, sent) + "\"", "")
                .replace("{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",", "{")
                .replace('"', '\'');
    }

    @Test
    void eachKindOfMessageIsPostedAsThePlatformWantsIt() {
        String to = "{'to':'+" + Bodies.ANA + "',";
        assertThat(posted(ANA, HELLO, null))
                .isEqualTo(to + "'type':'text','text':{'preview_url':false,'body':'¡Hola!'}}");
        assertThat(posted(ANA, new Outgoing.Text("Sí", HERS), "wamid.1"))
                .isEqualTo(to + "'context':{'message_id':'wamid.1'},'type':'text',"
                        + "'text':{'preview_url':false,'body':'Sí'}}");
        assertThat(posted(Identifier.whatsAppUser("p", Bodies.ANA_ID), HELLO, null))
                .startsWith("{'recipient':'" + Bodies.ANA_ID + "','type':'text'");
        assertThat(posted(
                        ANA,
                        Media.at(Media.Kind.IMAGE, "https://example.org/a.png").saying("Mirá"),
                        null))
                .isEqualTo(to + "'type':'image','image':{'link':'https://example.org/a.png','caption':'Mirá'}}");
        assertThat(posted(ANA, new Media(Media.Kind.DOCUMENT, "77", null, null, "turno.pdf"), null))
                .isEqualTo(to + "'type':'document','document':{'id':'77','filename':'turno.pdf'}}");
        assertThat(posted(
                        ANA,
                        new Choice(
                                "¿Venís?", List.of(new Choice.Option("y", "Sí"), new Choice.Option("n", "No")), null),
                        null))
                .isEqualTo(to + "'type':'interactive','interactive':{'type':'button','body':{'text':'¿Venís?'},"
                        + "'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'Sí'}},"
                        + "{'type':'reply','reply':{'id':'n','title':'No'}}]}}}");
        assertThat(posted(ANA, new Choice("¿Cuándo?", List.of(new Choice.Option("m", "Lunes")), "Días"), null))
                .isEqualTo(to + "'type':'interactive','interactive':{'type':'list','body':{'text':'¿Cuándo?'},"
                        + "'action':{'button':'Días','sections':[{'rows':[{'id':'m','title':'Lunes'}]}]}}}");
        assertThat(posted(ANA, new Outgoing.Reaction(HERS, "👍"), "wamid.1"))
                .isEqualTo(to + "'type':'reaction','reaction':{'message_id':'wamid.1','emoji':'👍'}}");
        assertThat(posted(ANA, new Outgoing.ReadMark(HERS), "wamid.1"))
                .isEqualTo("{'messaging_product':'whatsapp','status':'read','message_id':'wamid.1'}");
    }

    @Test
    void aTemplateIsPostedWithItsHeaderItsFieldsAndItsButtons() {
        Outgoing.Template template = new Outgoing.Template(
                "visit", "es_AR", List.of("Ana", "10:30"), Media.of(Media.Kind.IMAGE, "5"), List.of("yes"), null);
        assertThat(posted(ANA, template, null))
                .isEqualTo("{'to':'+" + Bodies.ANA
                        + "','type':'template','template':{'name':'visit','language':{'code':'es_AR'},'components':["
                        + "{'type':'header','parameters':[{'type':'image','image':{'id':'5'}}]},"
                        + "{'type':'body','parameters':[{'type':'text','text':'Ana'},{'type':'text','text':'10:30'}]},"
                        + "{'type':'button','sub_type':'quick_reply','index':'0',"
                        + "'parameters':[{'type':'payload','payload':'yes'}]}]}}");
        assertThat(posted(ANA, Outgoing.Template.of("plain", "es"), null))
                .endsWith("'template':{'name':'plain','language':{'code':'es'}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "131047,USE_TEMPLATE",
        "131026,CHECK_ADDRESS",
        "131030,CHECK_ADDRESS",
        "131021,CHECK_ADDRESS",
        "137000,CHECK_ADDRESS",
        "130472,GIVE_UP",
        "131049,TRY_TOMORROW",
        "131062,NEED_PHONE",
        "131051,FIX_MESSAGE",
        "131052,FIX_MESSAGE",
        "131053,FIX_MESSAGE",
        "132000,FIX_MESSAGE",
        "132001,FIX_MESSAGE",
        "132005,FIX_MESSAGE",
        "132007,FIX_MESSAGE",
        "132012,FIX_MESSAGE",
        "132015,FIX_MESSAGE",
        "132016,FIX_MESSAGE",
        "100,FIX_MESSAGE",
        "999999,GIVE_UP"
    })
    void whatHasToBePutRightIsSaid(int code, Advice advice) {
        platform.answering(body -> PlatformStub.error(400, code));
        assertThat(api(number()).send(dispatch(ANA, HELLO, null))).isEqualTo(new Verdict.Refused(code, advice));
    }

    @ParameterizedTest
    @CsvSource({"131048", "131031", "368", "130497", "131042", "131045", "133010", "190", "10", "200", "299", "0", "3"})
    void whatStopsTheNumberStopsIt(int code) {
        platform.answering(body -> PlatformStub.error(403, code));
        assertThat(api(number()).send(dispatch(ANA, HELLO, null))).isEqualTo(new Verdict.Stop(code));
    }

    @ParameterizedTest
    @CsvSource({
        "131056,false",
        "130429,true",
        "80007,true",
        "4,true",
        "131000,false",
        "131016,false",
        "133004,false",
        "2,false",
        "131057,true"
    })
    void whatIsTakenLaterIsNotCalledForBeforeItsTime(int code, boolean everybody) {
        platform.answering(body -> PlatformStub.error(500, code));
        CloudApi api = api(number());
        Verdict.RetryAfter first = (Verdict.RetryAfter) api.send(dispatch(ANA, HELLO, null));
        assertThat(first.everybody()).isEqualTo(everybody);
        assertThat(first.code()).isEqualTo(code);
        Verdict.RetryAfter early = (Verdict.RetryAfter) api.send(dispatch(ANA, HELLO, null));
        assertThat(early.pause()).isEqualTo(first.pause());
        assertThat(platform.received()).hasSize(1);
        platform.answering(PlatformStub::takes);
        Verdict other = api.send(dispatch(Identifier.phone(Bodies.BETO), HELLO, null));
        assertThat(other instanceof Verdict.Accepted).isEqualTo(!everybody);
        clock.advance(first.pause());
        assertThat(api.send(dispatch(ANA, HELLO, null))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void whoeverIsToldToWaitAgainWaitsFourTimesAsLong() {
        platform.answering(body -> PlatformStub.error(400, 131056));
        CloudApi api = api(number());
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Verdict.RetryAfter retry = (Verdict.RetryAfter) api.send(dispatch(ANA, HELLO, null));
            waits.add(retry.pause().toSeconds());
            clock.advance(retry.pause());
        }
        assertThat(waits).containsExactly(4L, 16L, 64L, 256L, 1024L, 4096L, 4096L);
    }

    @Test
    void whatNobodyKnowsToHaveFailedMayHaveBeenSent() {
        List<PlatformStub.Answer> odd = List.of(
                new PlatformStub.Answer(0, ""),
                new PlatformStub.Answer(-1, ""),
                new PlatformStub.Answer(200, "<html>"),
                new PlatformStub.Answer(200, "{\"messages\":[]}"),
                new PlatformStub.Answer(502, "Bad gateway"),
                PlatformStub.error(500, 999_999));
        for (PlatformStub.Answer answer : odd) {
            platform.answering(body -> answer);
            assertThat(api(number()).send(dispatch(ANA, HELLO, null)))
                    .as(answer.toString())
                    .isEqualTo(new Verdict.Unknown());
        }
        assertThat(platform.received()).hasSize(odd.size());
    }

    @Test
    void wherePlatformIsNotReachedNothingWasSent() {
        CloudApi api = CloudApi.builder(WhatsAppNumbers.of(number()))
                .at(URI.create("http://localhost:1/"))
                .clock(clock)
                .build();
        assertThat(api.send(dispatch(ANA, HELLO, null))).isInstanceOf(Verdict.RetryAfter.class);
    }

    @Test
    @Requirement("MSG-3")
    void theLimitsOfTheNumberAndOfEachRecipientAreKept() {
        CloudApi api = api(number().perSecond(10));
        List<Instant> times = new ArrayList<>();
        platform.answering(body -> {
            times.add(clock.instant());
            return PlatformStub.takes(body);
        });
        for (int i = 0; i < 40; i++) {
            assertThat(api.send(dispatch(Identifier.phone("54911550000" + (10 + i)), HELLO, null)))
                    .isInstanceOf(Verdict.Accepted.class);
        }
        for (int i = 10; i < times.size(); i++) {
            assertThat(times.get(i)).isAfterOrEqualTo(times.get(i - 10).plusSeconds(1));
        }
        CloudApi other = api(number().perSecond(1_000));
        Verdict last = new Verdict.Unknown();
        int taken = 0;
        for (int i = 0; i < 60 && !(last instanceof Verdict.RetryAfter); i++) {
            last = other.send(dispatch(ANA, HELLO, null));
            taken += last instanceof Verdict.Accepted ? 1 : 0;
        }
        assertThat(taken).isEqualTo(45);
        assertThat(((Verdict.RetryAfter) last).pause()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    @Test
    @Requirement("PRV-10")
    void theTokenIsToldToNobodyElse() {
        platform.answering(body -> PlatformStub.error(401, 190));
        CloudApi api = api(number());
        Verdict verdict = api.send(dispatch(ANA, HELLO, null));
        assertThat(List.of(verdict.toString(), api.toString(), number().toString()))
                .noneMatch(text -> text.contains("secret"));
        assertThatThrownBy(() -> CloudApi.builder(WhatsAppNumbers.of(number())).at(URI.create("http://example.org/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
