package io.crmkit.jpa;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as bytes: a format version, then one field after the other. A field is a variable-length number, 0 for
 * null or else 1 more than the length, and that many bytes; nulls at the end are left out. So a field can be added at the
 * end at any time: who does not know it skips it, and who misses it takes it for null.
 *
 * <p>Different fields never give the same bytes, nulls at the end aside, so they may be hashed and authenticated.
 */
final class FieldWriter {
    private static final byte[] TRUE = {1};

    private byte[] buffer = new byte[128];
    private int length;
    private int lastNonNull;

    private FieldWriter() {}

    static FieldWriter version(int version) {
        FieldWriter writer = new FieldWriter();
        writer.buffer[0] = (byte) version;
        writer.length = 1;
        writer.lastNonNull = 1;
        return writer;
    }

    FieldWriter bytes(byte @Nullable [] value) {
        return value == null ? absent() : field(value, value.length);
    }

    FieldWriter text(@Nullable String value) {
        return value == null ? absent() : bytes(Text.bytes(value));
    }

    FieldWriter word(Enum<?> value) {
        return text(value.name());
    }

    FieldWriter flag(boolean value) {
        return value ? bytes(TRUE) : absent();
    }

    FieldWriter number(long value) {
        int size = 1 + (64 - Long.numberOfLeadingZeros(value < 0 ? ~value : value)) / 8;
        byte[] big = ByteBuffer.allocate(8).putLong(value).array();
        return bytes(Arrays.copyOfRange(big, 8 - size, 8));
    }

    FieldWriter decimal(double value) {
        return bytes(ByteBuffer.allocate(8).putDouble(value).array());
    }

    /** To the microsecond, within 290,000 years of 1970. */
    FieldWriter instant(@Nullable Instant value) {
        if (value == null) {
            return absent();
        }
        return number(Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1_000));
    }

    <T> FieldWriter record(@Nullable T value, BiConsumer<FieldWriter, T> fields) {
        return value == null ? absent() : record(fields, value);
    }

    /** An empty list is written as null. */
    <T> FieldWriter list(List<T> values, BiConsumer<FieldWriter, T> fields) {
        if (values.isEmpty()) {
            return absent();
        }
        FieldWriter items = new FieldWriter();
        for (T value : values) {
            items.record(fields, value);
        }
        return field(items.buffer, items.lastNonNull);
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, lastNonNull);
    }

    private <T> FieldWriter record(BiConsumer<FieldWriter, T> fields, T value) {
        FieldWriter inner = new FieldWriter();
        fields.accept(inner, value);
        return field(inner.buffer, inner.lastNonNull);
    }

    private FieldWriter absent() {
        room(1);
        buffer[length++] = 0;
        return this;
    }

    private FieldWriter field(byte[] value, int size) {
        room(size + 5);
        int rest = size + 1;
        while (rest > 0x7f) {
            buffer[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
        System.arraycopy(value, 0, buffer, length, size);
        length += size;
        lastNonNull = length;
        return this;
    }

    private void room(int more) {
        int needed = Math.addExact(length, more);
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(Math.max(needed, 2L * buffer.length), Integer.MAX_VALUE - 8));
        }
    }
}
