package io.crmkit.jpa;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A value that occurs nowhere else, so that finding it anywhere means that it leaked. */
record Canary(String kind, String needle) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    /** So many canaries of a kind, the same in every process. */
    static List<Canary> of(String kind, int count) {
        Random random = new Random(kind.hashCode());
        String alphabet = kind.equals("number") ? DIGITS : LETTERS;
        List<Canary> canaries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder needle = new StringBuilder();
            for (int c = 0; c < 12; c++) {
                needle.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            canaries.add(new Canary(kind, needle.toString()));
        }
        return canaries;
    }

    /** Every form in which it could lie in a file: as text, in base64 at each of three alignments, in hex. */
    List<byte[]> forms() {
        List<byte[]> forms = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] plain = needle.getBytes(charset);
            forms.add(plain);
            for (int before = 0; before < 3; before++) {
                forms.add(base64(plain, before, Base64.getEncoder()));
                forms.add(base64(plain, before, Base64.getUrlEncoder()));
            }
        }
        byte[] utf8 = needle.getBytes(StandardCharsets.UTF_8);
        forms.add(HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        forms.add(HexFormat.of().withUpperCase().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        return forms;
    }

    /** The characters that are the same whatever stands before and after it. */
    private static byte[] base64(byte[] plain, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + plain.length];
        System.arraycopy(plain, 0, shifted, before, plain.length);
        byte[] encoded = encoder.withoutPadding().encode(shifted);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return Arrays.copyOfRange(encoded, from, to);
    }
}
