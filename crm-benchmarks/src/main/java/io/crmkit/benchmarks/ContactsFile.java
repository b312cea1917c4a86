package io.crmkit.benchmarks;

import java.io.Reader;
import java.util.function.IntConsumer;

/** A CSV file of fictional contacts of which no more than a row exists at a time. */
final class ContactsFile extends Reader {
    private final int rows;
    private final IntConsumer progress;
    private String text = "name,phone,email,tags\n";
    private int at;
    private int row;

    /** @param progress is told the number of each row before it is read */
    ContactsFile(int rows, IntConsumer progress) {
        this.rows = rows;
        this.progress = progress;
    }

    @Override
    public int read(char[] into, int from, int length) {
        if (at == text.length()) {
            if (row == rows) {
                return -1;
            }
            progress.accept(++row);
            text = line(row);
            at = 0;
        }
        int part = Math.min(length, text.length() - at);
        text.getChars(at, at + part, into, from);
        at += part;
        return part;
    }

    private static String line(int number) {
        return "\"" + Traffic.name(number) + "\",+549115"
                + String.valueOf(10_000_000 + number).substring(1)
                + (number % 2 == 0 ? ",p" + number + "@example.org," : ",,") + (number % 5 == 0 ? "vip" : "") + "\n";
    }

    @Override
    public void close() {}
}
