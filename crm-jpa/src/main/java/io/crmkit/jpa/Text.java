package io.crmkit.jpa;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text as bytes, exactly and each text differently: UTF-8, or, where half a surrogate pair stands alone, a byte that no
 * UTF-8 contains followed by UTF-16.
 */
final class Text {
    private static final byte UTF_16 = (byte) 0xff;

    private Text() {}

    static byte[] bytes(String text) {
        return wellFormed(text) ? text.getBytes(StandardCharsets.UTF_8) : utf16(text);
    }

    static String of(byte[] bytes, int from, int length) {
        if (length > 0 && bytes[from] == UTF_16) {
            return ofUtf16(bytes, from + 1, length - 1);
        }
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        // The replacement character may have been in the text, or stand for bytes that are no UTF-8.
        return text.indexOf('\ufffd') < 0 ? text : strictly(bytes, from, length);
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * text.length()).put(UTF_16);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    private static String ofUtf16(byte[] bytes, int from, int length) {
        if (length % 2 != 0) {
            throw new GarbledRecord("a text ends in the middle of a character");
        }
        return ByteBuffer.wrap(bytes, from, length).asCharBuffer().toString();
    }

    private static String strictly(byte[] bytes, int from, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new GarbledRecord("a text is not UTF-8");
        }
    }
}
