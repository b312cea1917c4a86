package io.crmkit.export;

import java.util.List;
import java.util.Random;

/** Text of every plane of Unicode, and what hostile people write, by seed. */
final class RandomText {
    private static final List<String> NASTY = List.of(
            "=1+1",
            "+5491150000001",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\r",
            "\n=2",
            "'=3",
            "''+4",
            "'",
            "＝1",
            "＋1",
            "－1",
            "＠1",
            "−1",
            "﹢1",
            " =1",
            "\u00a0=1",
            "\u200b=1",
            "\ufeff=1",
            "\"",
            ";",
            ",",
            "\\u003b",
            "\\u0000",
            "\\",
            "\\\\u0000",
            "a;b,c",
            "x\u0000y",
            "\ud83d",
            "\udc00x",
            "tail ",
            "tail\t",
            "\u2028",
            "=cmd|' /C calc'!A0",
            "own:x",
            "status:y",
            "😀👩‍⚕️",
            "\u202egnp.exe",
            "<script>alert(1)</script>",
            "a\r\nb",
            "\u0085",
            "﷽");

    private final Random random;

    RandomText(long seed) {
        this.random = new Random(seed);
    }

    /** Up to so many characters, of which one at least is no white space. */
    String upTo(int most) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            text.append(part());
        }
        String cut = text.substring(0, Math.min(most, text.length()));
        return cut.isBlank() ? "x" + cut : cut;
    }

    private String part() {
        return switch (random.nextInt(4)) {
            case 0 -> NASTY.get(random.nextInt(NASTY.size()));
            case 1 -> Character.toString(random.nextInt(0x110000));
            case 2 -> Character.toString(random.nextInt(0x3000));
            default -> "Ana " + random.nextInt(100);
        };
    }

    boolean oneIn(int sides) {
        return random.nextInt(sides) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
