package io.crmkit.jpa;

import io.crmkit.privacy.KeyService;
import io.crmkit.privacy.WrongKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes sure at the start that the root key given is the one the database was sealed with. */
final class RootCheck {
    private static final byte[] KNOWN = "crm-kit root key check".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTEXT = "crm_root_check|1".getBytes(StandardCharsets.US_ASCII);

    private RootCheck() {}

    /** Refuses a key that does not fit what is there; remembers the first key. */
    static void run(Connection connection, KeyService root) throws SQLException {
        if (stored(connection) == null) {
            remember(connection, root.wrap(KNOWN.clone(), CONTEXT.clone()));
        }
        // What is stored now may be the key of another node that started at the same moment.
        refuseWrong(connection, root);
    }

    /** Refuses a key that does not fit what is there, without writing anything. */
    static void refuseWrong(Connection connection, KeyService root) throws SQLException {
        byte[] stored = stored(connection);
        try {
            if (stored == null || Arrays.equals(root.unwrap(stored, CONTEXT.clone()), KNOWN)) {
                return;
            }
        } catch (WrongKey refused) {
            throw wrong(refused);
        }
        throw wrong(null);
    }

    private static WrongKey wrong(@Nullable WrongKey cause) {
        String message = "The root key given is not the one this database was sealed with; nothing was written."
                + " Give the key it was created with, or use another database";
        return cause == null ? new WrongKey(message) : new WrongKey(message, cause);
    }

    private static byte @Nullable [] stored(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select wrapped from crm_root_check where id = 1");
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getBytes(1) : null;
        }
    }

    /** Of several nodes that start at once, one is first. */
    private static void remember(Connection connection, byte[] wrapped) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into crm_root_check (id, wrapped) select 1, ? where not exists"
                        + " (select 1 from crm_root_check where id = 1)")) {
            insert.setBytes(1, wrapped);
            insert.executeUpdate();
        } catch (SQLException lost) {
            if (!"23505".equals(lost.getSQLState())) {
                throw lost;
            }
        }
    }
}
