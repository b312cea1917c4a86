package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.interaction.ProviderError;

/** What a provider said went wrong, as bytes to be sealed. */
final class ErrorCodec {
    private static final int VERSION = 1;

    private ErrorCodec() {}

    static byte[] encode(ProviderError error) {
        FieldWriter to = FieldWriter.version(VERSION);
        write(to, error);
        return to.toBytes();
    }

    static ProviderError decode(byte[] bytes) {
        return FieldReader.read(bytes, VERSION, ErrorCodec::read);
    }

    static void write(FieldWriter to, ProviderError error) {
        to.number(error.code()).text(error.title()).text(error.details());
    }

    static ProviderError read(FieldReader from) {
        long code = from.number();
        if (code != (int) code) {
            throw new GarbledRecord("an error's code is too big");
        }
        return new ProviderError((int) code, required(from.text()), required(from.text()));
    }
}
