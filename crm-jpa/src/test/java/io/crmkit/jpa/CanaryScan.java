package io.crmkit.jpa;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for canaries in every byte of every file of a folder. */
final class CanaryScan {
    private static final int WINDOW = 8;

    private record Form(byte[] bytes, Canary canary) {}

    private final Map<Long, List<Form>> byStart = new HashMap<>();
    private final BitSet starts = new BitSet(1 << 20);
    private final Set<String> found = new TreeSet<>();
    private long bytes;

    CanaryScan(List<Canary> canaries) {
        for (Canary canary : canaries) {
            for (byte[] form : canary.forms()) {
                long start = 0;
                for (int i = 0; i < WINDOW; i++) {
                    start = start << 8 | form[i] & 0xff;
                }
                byStart.computeIfAbsent(start, s -> new ArrayList<>()).add(new Form(form, canary));
                starts.set(slot(start));
            }
        }
    }

    /** What was found where, by kind of canary and file. */
    Set<String> found() {
        return found;
    }

    long bytes() {
        return bytes;
    }

    CanaryScan folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                file(folder.relativize(file).toString(), file);
            }
        }
        return this;
    }

    private void file(String name, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            bytes += channel.size();
            long window = 0;
            for (int i = 0; i < content.limit(); i++) {
                window = window << 8 | content.get(i) & 0xff;
                if (starts.get(slot(window)) && byStart.containsKey(window)) {
                    for (Form form : byStart.get(window)) {
                        if (lies(content, i + 1 - WINDOW, form.bytes)) {
                            found.add(form.canary.kind() + " in " + name);
                        }
                    }
                }
            }
        }
    }

    private static int slot(long window) {
        return (int) (window * 0x9E3779B97F4A7C15L >>> 44);
    }

    private static boolean lies(MappedByteBuffer content, int at, byte[] form) {
        if (at < 0 || at + form.length > content.limit()) {
            return false;
        }
        for (int i = 0; i < form.length; i++) {
            if (content.get(at + i) != form[i]) {
                return false;
            }
        }
        return true;
    }
}
