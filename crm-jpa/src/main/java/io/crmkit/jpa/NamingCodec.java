package io.crmkit.jpa;

import io.crmkit.contact.Naming;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a contact was called, as fields of a record. */
final class NamingCodec {
    private NamingCodec() {}

    /** What is to be written, null where nothing was told. */
    static @Nullable Naming told(Naming naming) {
        return naming.equals(Naming.NONE) ? null : naming;
    }

    static void write(FieldWriter to, Naming naming) {
        write(to, naming.displayName());
        write(to, naming.username());
    }

    private static void write(FieldWriter to, Naming.@Nullable Name name) {
        to.text(name == null ? null : name.value()).instant(name == null ? null : name.at());
    }

    /** What was told, nothing where it was not written. */
    static Naming told(FieldReader from) {
        return Objects.requireNonNullElse(from.record(NamingCodec::read), Naming.NONE);
    }

    private static Naming read(FieldReader from) {
        return new Naming(name(from), name(from));
    }

    private static Naming.@Nullable Name name(FieldReader from) {
        String value = from.text();
        Instant at = from.instant();
        return value == null || at == null ? null : new Naming.Name(value, at);
    }
}
