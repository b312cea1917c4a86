package io.crmkit.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The way to a PostgreSQL. What is sealed is safe on it; times, hashes and what is asked for are not. */
record Line(boolean encrypted, boolean leavesMachine) {
    /** A socket has no addresses; and what comes from the address it goes to comes from the same machine. */
    private static final String SEEN = """
            select exists (select 1 from pg_stat_ssl where pid = pg_backend_pid() and ssl)
                    or exists (select 1 from pg_stat_gssapi where pid = pg_backend_pid() and encrypted),
                coalesce(inet_client_addr() <> inet_server_addr(), false)""";

    static Line of(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SEEN)) {
            row.next();
            return new Line(row.getBoolean(1), row.getBoolean(2) && !local(url));
        }
    }

    /**
     * Whether a JDBC URL leads to this machine alone: to a container or a tunnel, whose other end is known to whoever set
     * it up and to nobody else.
     */
    static boolean local(@Nullable String url) {
        if (url == null) {
            return false;
        }
        int from = url.indexOf("//");
        if (from < 0) {
            return true;
        }
        String hosts = url.substring(from + 2);
        for (int i = 0; i < hosts.length(); i++) {
            if (hosts.charAt(i) == '/' || hosts.charAt(i) == '?') {
                hosts = hosts.substring(0, i);
            }
        }
        for (StringTokenizer all = new StringTokenizer(hosts, ","); all.hasMoreTokens(); ) {
            String each = all.nextToken();
            int port = each.lastIndexOf(':');
            String host = port > each.lastIndexOf(']') ? each.substring(0, port) : each;
            if (!host.isEmpty() && !host.equals("localhost") && !host.startsWith("127.") && !host.equals("[::1]")) {
                return false;
            }
        }
        return true;
    }

    /** @throws UnencryptedConnection if whoever listens on the way could read along */
    void refuseOpen() {
        if (leavesMachine && !encrypted) {
            throw new UnencryptedConnection();
        }
    }
}
