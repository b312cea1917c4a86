package io.crmkit.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of a table, put together by a value. They wait in files of their own, one a group, in a temporary folder that only
 * its owner may read, so that memory does not grow with them.
 */
final class TableGroups implements Closeable {
    /** So many groups are told apart; what comes after them stands together under no value. */
    static final int MOST = 200;

    private final Path folder;
    private final Map<String, Group> groups = new TreeMap<>();

    TableGroups() throws IOException {
        folder = Files.createTempDirectory("crm-table");
    }

    private static final class Group {
        private final Path file;
        private final DataOutputStream out;
        private long rows;

        Group(Path file) throws IOException {
            this.file = file;
            OutputStream to = Files.newOutputStream(file);
            out = new DataOutputStream(new BufferedOutputStream(to));
        }
    }

    void add(String value, List<String> cells) throws IOException {
        String key = groups.containsKey(value) || groups.size() < MOST ? value : "";
        Group group = groups.get(key);
        if (group == null) {
            group = new Group(folder.resolve("group-" + groups.size()));
            groups.put(key, group);
        }
        group.rows++;
        group.out.writeInt(cells.size());
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            group.out.writeInt(bytes.length);
            group.out.write(bytes);
        }
    }

    /** Hands them over, groups by value. */
    void tell(TableSink sink) throws IOException {
        for (Map.Entry<String, Group> each : groups.entrySet()) {
            Group group = each.getValue();
            group.out.close();
            sink.group(each.getKey(), group.rows);
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(group.file)))) {
                for (long row = 0; row < group.rows; row++) {
                    sink.row(each.getKey(), cells(in));
                }
            }
        }
    }

    private static List<String> cells(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        for (Group group : groups.values()) {
            group.out.close();
            Files.deleteIfExists(group.file);
        }
        Files.deleteIfExists(folder);
    }
}
