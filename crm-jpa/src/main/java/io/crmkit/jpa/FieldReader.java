package io.crmkit.jpa;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link FieldWriter} wrote, field by field in the same order. Fields at the end that were not written are
 * null, fields that are not asked for are skipped. Bytes that no writer wrote give a {@link GarbledRecord}, at the cost
 * of no more than their own length.
 */
final class FieldReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    private FieldReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Reads a whole record of the given format version. */
    static <T> T read(byte[] bytes, int version, Function<FieldReader, T> fields) {
        if (bytes.length == 0) {
            throw new GarbledRecord("it is empty");
        } else if (bytes[0] != version) {
            throw new GarbledRecord(
                    "its format is " + bytes[0] + ", this version of CRM Kit reads " + version + ": use a newer one");
        }
        try {
            return fields.apply(new FieldReader(bytes, 1, bytes.length));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Without the cause, which may quote what was read.
            throw new GarbledRecord("a value is not allowed where it stands");
        }
    }

    /** What was read, where null cannot have been written. */
    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new GarbledRecord("a value is missing");
        }
        return value;
    }

    byte @Nullable [] bytes() {
        int size = next();
        return size < 0 ? null : Arrays.copyOfRange(bytes, at, at += size);
    }

    @Nullable String text() {
        int size = next();
        if (size < 0) {
            return null;
        }
        at += size;
        return Text.of(bytes, at - size, size);
    }

    <E extends Enum<E>> E word(Class<E> type) {
        return Enum.valueOf(type, required(text()));
    }

    boolean flag() {
        byte[] value = bytes();
        return value != null && big(value, 1) != 0;
    }

    long number() {
        return big(required(bytes()), 8);
    }

    double decimal() {
        return Double.longBitsToDouble(big(required(bytes()), 8));
    }

    @Nullable Instant instant() {
        byte[] value = bytes();
        if (value == null) {
            return null;
        }
        long micros = big(value, 8);
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    <T> @Nullable T record(Function<FieldReader, T> fields) {
        int size = next();
        if (size < 0) {
            return null;
        }
        at += size;
        return fields.apply(new FieldReader(bytes, at - size, at));
    }

    <T> List<T> list(Function<FieldReader, T> fields) {
        List<T> values = new ArrayList<>();
        record(items -> {
            while (items.at < items.end) {
                values.add(required(items.record(fields)));
            }
            return items;
        });
        return values;
    }

    /** Moves to the bytes of the next field and says how many there are: -1 for null. */
    private int next() {
        if (at == end) {
            return -1;
        }
        long size = 0;
        int shift = 0;
        byte part;
        do {
            if (at == end || shift > 28) {
                throw new GarbledRecord("a length is cut off");
            }
            part = bytes[at++];
            size |= (part & 0x7fL) << shift;
            shift += 7;
        } while (part < 0);
        if (size - 1 > end - at) {
            throw new GarbledRecord("it is cut off");
        }
        return (int) size - 1;
    }

    private static long big(byte[] value, int most) {
        if (value.length == 0 || value.length > most) {
            throw new GarbledRecord("a number is too short or too long");
        }
        long number = value[0];
        for (int i = 1; i < value.length; i++) {
            number = number << 8 | value[i] & 0xff;
        }
        return number;
    }
}
