package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Scheme;

/** An identifier with what it is matched by, as bytes to be sealed. */
final class IdentifierCodec {
    private static final int VERSION = 1;

    private IdentifierCodec() {}

    /** @param key under which the identifier is found */
    record Matched(Identifier identifier, MatchKey key) {}

    static byte[] encode(Matched matched) {
        Identifier identifier = matched.identifier();
        MatchKey key = matched.key();
        return FieldWriter.version(VERSION)
                .text(identifier.scheme().name())
                .text(identifier.scope())
                .text(identifier.value())
                .text(key.scheme().name())
                .text(key.scope())
                .text(key.key())
                .toBytes();
    }

    static Matched decode(byte[] bytes) {
        return FieldReader.read(
                bytes,
                VERSION,
                from -> new Matched(
                        new Identifier(new Scheme(required(from.text())), required(from.text()), required(from.text())),
                        new MatchKey(new Scheme(required(from.text())), required(from.text()), required(from.text()))));
    }
}
