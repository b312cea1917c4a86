package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final Function<FieldReader, @Nullable String> TEXT = FieldReader::text;

    @Test
    void everyCharacterOfEveryPlaneComesBack() {
        for (int plane = 0; plane <= 16; plane++) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 0x10000; i++) {
                all.appendCodePoint(plane << 16 | i);
            }
            assertKept(all.toString());
        }
        for (int c = 0; c < 0x10000; c++) {
            assertKept(String.valueOf((char) c));
        }
    }

    @Test
    void brokenPairsComeBackAsTheyWere() {
        for (String text : List.of(
                "\ud83d",
                "\ude42",
                "\ude42\ud83d",
                "a\ud83d",
                "\ud83da",
                "\ud83d\ud83d\ude42",
                "\0\ud800\0",
                "\ufffd")) {
            assertKept(text);
        }
    }

    @Test
    void nullIsNotEmpty() {
        byte[] bytes = FieldWriter.version(1).text("").text(null).text("end").toBytes();
        assertThat(bytes).asHexString().isEqualTo("01010004656E64");
        List<String> back = read(
                bytes,
                from -> List.of(String.valueOf(from.text()), String.valueOf(from.text()), String.valueOf(from.text())));
        assertThat(back).containsExactly("", "null", "end");
    }

    @Test
    void numbersTakeWhatTheyNeedAndComeBack() {
        for (int shift = 0; shift < 64; shift++) {
            for (long near = -2; near <= 2; near++) {
                for (long number : new long[] {(1L << shift) + near, -(1L << shift) + near}) {
                    byte[] bytes = FieldWriter.version(1).number(number).toBytes();
                    assertThat(read(bytes, FieldReader::number)).isEqualTo(number);
                }
            }
        }
        assertThat(FieldWriter.version(1).number(0).toBytes()).hasSize(3);
        assertThat(FieldWriter.version(1).number(-128).toBytes()).hasSize(3);
        assertThat(FieldWriter.version(1).number(128).toBytes()).hasSize(4);
    }

    @Test
    void decimalsComeBackToTheBit() {
        for (double number : new double[] {0, -0.0, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE, -34.603722}) {
            byte[] bytes = FieldWriter.version(1).decimal(number).toBytes();
            assertThat(Double.doubleToLongBits(read(bytes, FieldReader::decimal)))
                    .isEqualTo(Double.doubleToLongBits(number));
        }
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        for (String time : List.of(
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "-290000-01-01T00:00:00.000001Z",
                "2026-03-01T10:11:12.123456Z",
                "9999-12-31T23:59:59.999999Z",
                "+290000-01-01T00:00:00Z")) {
            Instant at = Instant.parse(time);
            byte[] bytes = FieldWriter.version(1).instant(at.plusNanos(999)).toBytes();
            assertThat(read(bytes, FieldReader::instant)).isEqualTo(at);
        }
        FieldWriter writer = FieldWriter.version(1);
        assertThatThrownBy(() -> writer.instant(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void lengthsOfAllSizesAreRead() {
        for (int length : new int[] {0, 126, 127, 128, 16_382, 16_383, 16_384, 2_097_151, 2_097_152}) {
            String text = "x".repeat(length);
            byte[] bytes = FieldWriter.version(1).text(text).text("next").toBytes();
            String back = read(bytes, from -> from.text() + from.text());
            assertThat(back).isEqualTo(text + "next");
        }
    }

    @Test
    void aFieldNotWrittenYetIsNull() {
        byte[] old = FieldWriter.version(1).text("a").toBytes();
        String back = read(old, from -> from.text() + from.text() + from.flag() + from.instant() + from.list(TEXT));
        assertThat(back).isEqualTo("anullfalsenull[]");
    }

    @Test
    void aListKeepsItsOrderAndItsEmptyItems() {
        byte[] bytes = FieldWriter.version(1)
                .list(List.of("b", "", "a"), FieldWriter::text)
                .toBytes();
        List<String> back = read(bytes, from -> from.list(item -> FieldReader.required(item.text())));
        assertThat(back).containsExactly("b", "", "a");
    }

    @Test
    void aLengthThatPromisesTooMuchIsRefusedBeforeAnyMemoryIsTaken() {
        for (String hex : List.of(
                "01",
                "0105",
                "01ffffffff07",
                "01ffffffffff",
                "01ffffffff0f",
                "01ffffffffffffffffff01",
                "0180",
                "01ff")) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            assertThatThrownBy(() -> read(bytes, from -> FieldReader.required(from.text())))
                    .isInstanceOf(GarbledRecord.class);
        }
    }

    @Test
    void aPartNeverReadsIntoTheNext() {
        byte[] bytes = HexFormat.of().parseHex("01" + "03" + "0561" + "04" + "626364");
        assertThatThrownBy(() -> read(bytes, from -> FieldReader.required(from.record(TEXT))))
                .isInstanceOf(GarbledRecord.class);
    }

    @Test
    void whatIsNoTextIsRefused() {
        for (String hex :
                List.of("01" + "02" + "80", "01" + "03" + "c328", "01" + "04" + "eda0bd", "01" + "03" + "ffd8")) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            assertThatThrownBy(() -> read(bytes, from -> FieldReader.required(from.text())))
                    .isInstanceOf(GarbledRecord.class);
        }
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (String hex : List.of("0101", "010a010203040506070809", "0100", "01")) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            assertThatThrownBy(() -> read(bytes, FieldReader::number)).isInstanceOf(GarbledRecord.class);
        }
    }

    @Test
    void aRefusalQuotesNothing() {
        byte[] bytes = FieldWriter.version(1).text("canary").toBytes();
        assertThatThrownBy(() -> read(bytes, from -> from.word(Thread.State.class)))
                .isInstanceOf(GarbledRecord.class)
                .hasNoCause()
                .hasMessageNotContaining("canary");
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThatThrownBy(() -> read(new byte[0], FieldReader::flag)).hasMessageContaining("it is empty");
    }

    private static void assertKept(String text) {
        byte[] bytes = FieldWriter.version(1).text(text).toBytes();
        String back = read(bytes, from -> FieldReader.required(from.text()));
        assertThat(back.equals(text)).as("text of %d characters", text.length()).isTrue();
        boolean encodable = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        assertThat(Text.bytes(text).length > 0 && Text.bytes(text)[0] == (byte) 0xff)
                .isEqualTo(!encodable);
    }

    private static <T> T read(byte[] bytes, Function<FieldReader, T> fields) {
        return FieldReader.read(bytes, 1, fields);
    }
}
