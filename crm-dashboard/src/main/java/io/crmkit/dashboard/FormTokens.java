package io.crmkit.dashboard;

import io.crmkit.privacy.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens by which a form proves that it came from a page shown to the same actor, and not long ago: nothing is kept of
 * them, and no other site can make one.
 */
final class FormTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFE = Duration.ofHours(12);

    private final SecretKeySpec key;
    private final InstantSource clock;

    FormTokens(byte[] secret, InstantSource clock) {
        key = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    String of(Actor actor) {
        String at = Long.toString(clock.instant().getEpochSecond());
        return at + "." + signature(actor, at);
    }

    boolean holds(Actor actor, String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || dot > 12 || !token.chars().limit(dot).allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String at = token.substring(0, dot);
        long age = clock.instant().getEpochSecond() - Long.parseLong(at);
        byte[] told = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        boolean genuine = MessageDigest.isEqual(told, signature(actor, at).getBytes(StandardCharsets.UTF_8));
        return genuine && age >= -60 && age <= LIFE.toSeconds();
    }

    private String signature(Actor actor, String at) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String bound = actor.tenant() + "\n" + actor.kind() + "\n" + actor.name() + "\n" + at;
            return HexFormat.of().formatHex(mac.doFinal(bound.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
