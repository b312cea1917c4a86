package io.crmkit.whatsapp;

import io.crmkit.contact.Scheme;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Messenger;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Verdict;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Sends messages by the WhatsApp Cloud API. Holds to the pace of each number and recipient within this application, calls
 * the platform once for each message, and tells access tokens to nobody else. Thread-safe.
 *
 * @since 0.1
 */
public final class CloudApi implements Messenger {
    private static final Duration WINDOW = Duration.ofHours(24);

    /** So long a call waits for its turn by itself; what has to wait longer comes back later. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final WhatsAppNumbers numbers;
    private final Platform platform;
    private final InstantSource clock;
    private final Platform.Pause pause;
    private final Pace pace = new Pace();

    CloudApi(WhatsAppNumbers numbers, Platform platform, InstantSource clock, Platform.Pause pause) {
        this.numbers = numbers;
        this.platform = platform;
        this.clock = clock;
        this.pause = pause;
    }

    /** Sends from these numbers, by the platform's public address. */
    public static CloudApi sendingFrom(WhatsAppNumbers numbers) {
        return builder(numbers).build();
    }

    /** Says more of how it sends from these numbers. */
    public static CloudApiBuilder builder(WhatsAppNumbers numbers) {
        return new CloudApiBuilder(numbers);
    }

    @Override
    public String channel() {
        return Line.CHANNEL;
    }

    @Override
    public List<Scheme> reaches() {
        return List.of(Scheme.PHONE, Scheme.WHATSAPP_USER_ID);
    }

    @Override
    public Optional<ChannelAccount> account(TenantId tenant) {
        return numbers.of(tenant).map(number -> new ChannelAccount(Line.CHANNEL, number.phoneNumberId()));
    }

    @Override
    public Optional<Duration> window() {
        return Optional.of(WINDOW);
    }

    @Override
    public Verdict send(Dispatch dispatch) {
        WhatsAppNumber number = numbers.find(dispatch.from().account())
                .filter(found -> found.tenant().equals(dispatch.tenant()))
                .orElse(null);
        if (number == null) {
            return new Verdict.Stop(0);
        }
        String recipient = dispatch.to().value();
        Duration turn = pace.take(number, recipient, clock.instant(), TURN);
        if (turn.compareTo(TURN) > 0) {
            return new Verdict.RetryAfter(turn, false, 0);
        }
        if (!turn.isZero() && !pause.pause(turn)) {
            return new Verdict.RetryAfter(TURN, true, 0);
        }
        return ruled(number, recipient, dispatch, platform.post(number, Payload.of(dispatch)));
    }

    private Verdict ruled(WhatsAppNumber number, String recipient, Dispatch dispatch, Platform.Answer answer) {
        if (answer instanceof Platform.Answer.Unreached) {
            return held(number, recipient, new Verdict.RetryAfter(Ruling.BACK_OFF, true, 0));
        } else if (answer instanceof Platform.Answer.Lost) {
            return new Verdict.Unknown();
        }
        Platform.Answer.Told told = (Platform.Answer.Told) answer;
        if (told.status() >= 200 && told.status() < 300) {
            return accepted(number, recipient, dispatch, told.body());
        }
        JsonNode error = told.body().path("error");
        return held(
                number,
                recipient,
                error.isObject() ? Ruling.of(Errors.code(error), told.status()) : Ruling.of(told.status()));
    }

    private Verdict accepted(WhatsAppNumber number, String recipient, Dispatch dispatch, JsonNode body) {
        String id = Fields.id(body.path("messages").path(0), 512, "id");
        boolean marked = dispatch.message() instanceof Outgoing.ReadMark && Fields.yes(body, "success");
        if (id == null && !marked) {
            return new Verdict.Unknown();
        }
        pace.well(number, recipient);
        return new Verdict.Accepted(id);
    }

    /** Holds to what was said of waiting, and says how long that is. */
    private Verdict held(WhatsAppNumber number, String recipient, Verdict verdict) {
        if (!(verdict instanceof Verdict.RetryAfter retry)) {
            return verdict;
        }
        Duration wait = retry.pause().equals(Ruling.BACK_OFF)
                ? pace.backOff(number, recipient, retry.everybody())
                : retry.pause();
        pace.hold(number, recipient, retry.everybody(), clock.instant().plus(wait));
        return new Verdict.RetryAfter(wait, retry.everybody(), retry.code());
    }

    @Override
    public String toString() {
        return "CloudApi";
    }
}
