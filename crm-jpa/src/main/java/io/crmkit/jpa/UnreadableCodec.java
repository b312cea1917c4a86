package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.capture.InboundEvent.Unreadable;

/** What was kept aside, as bytes to be sealed. */
final class UnreadableCodec {
    private static final int VERSION = 1;

    private UnreadableCodec() {}

    static byte[] encode(Unreadable what) {
        return FieldWriter.version(VERSION)
                .text(what.channel())
                .text(what.account())
                .text(what.reason())
                .text(what.raw())
                .toBytes();
    }

    static Unreadable decode(byte[] bytes) {
        return FieldReader.read(
                bytes,
                VERSION,
                from -> new Unreadable(
                        required(from.text()), required(from.text()), required(from.text()), required(from.text())));
    }
}
