package io.crmkit.jpa;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.capture.Recall;
import io.crmkit.capture.Recollection;
import io.crmkit.capture.Recollection.Held;
import io.crmkit.capture.Recollection.Line;
import io.crmkit.capture.Tombstones.Tombstone;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.ProviderRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Runs a recall: waits for captures of the same keys and messages, then reads what they left. */
final class RecallReader {
    private final Sql sql;
    private final Sealing sealing;
    private final Map<Hash, MatchKey> keys = new HashMap<>();
    private final Map<Hash, ProviderRef> refs = new HashMap<>();
    private final Map<Hash, Set<MatchKey>> statements = new HashMap<>();
    private final Recollection found = Recollection.blank();

    RecallReader(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    Recollection run(Recall recall) {
        recall.keys().forEach(key -> keys.put(sealing.hash(key), key));
        recall.refs().forEach(ref -> refs.put(sealing.hash(ref), ref));
        recall.statements()
                .forEach(set -> statements.put(
                        IdentityRows.hash(new IdentityStatement(set, Set.of(), Instant.EPOCH, false), sealing), set));
        try {
            if (sql.vendor() == Vendor.POSTGRESQL) {
                onPostgres(recall);
            } else {
                onH2(recall);
            }
        } catch (SQLException failure) {
            throw Sql.failed("Recalling", failure);
        }
        return found;
    }

    private void onPostgres(Recall recall) throws SQLException {
        List<Hash> all = new ArrayList<>(keys.keySet());
        all.addAll(refs.keySet());
        try (PreparedStatement statement = sql.binding(CaptureLock.SQL + PostgresRecall.SQL, row -> {
            CaptureLock.bind(row, sql, all);
            Vendor vendor = sql.vendor();
            row.hashes(vendor, keys.keySet())
                    .hashes(vendor, refs.keySet())
                    .ids(contacts(recall))
                    .array("varchar", accounts(recall))
                    .hashes(vendor, statements.keySet())
                    .hashes(vendor, keys.keySet());
        })) {
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                read(rows);
            }
        }
    }

    private void onH2(Recall recall) throws SQLException {
        CaptureLock.wholeTenant(sql, sealing);
        try (PreparedStatement statement = sql.binding(H2Recall.SQL, row -> bind(row, recall))) {
            try (ResultSet rows = statement.executeQuery()) {
                read(rows);
            }
        }
    }

    private void bind(Row row, Recall recall) throws SQLException {
        Vendor vendor = sql.vendor();
        Collection<UUID> contacts = contacts(recall);
        row.hashes(vendor, keys.keySet())
                .hashes(vendor, keys.keySet())
                .ids(contacts)
                .hashes(vendor, refs.keySet())
                .array("varchar", accounts(recall))
                .hashes(vendor, keys.keySet())
                .ids(contacts)
                .hashes(vendor, refs.keySet())
                .hashes(vendor, refs.keySet())
                .hashes(vendor, refs.keySet())
                .hashes(vendor, statements.keySet())
                .hashes(vendor, keys.keySet())
                .hashes(vendor, refs.keySet())
                .hashes(vendor, refs.keySet());
    }

    private static Collection<UUID> contacts(Recall recall) {
        return recall.contacts().stream().map(ContactId::value).toList();
    }

    private static String[] accounts(Recall recall) {
        return recall.accounts().stream().map(ChannelAccount::toString).toArray(String[]::new);
    }

    private void read(ResultSet row) throws SQLException {
        while (row.next()) {
            switch (row.getInt("what")) {
                case RecallQuery.HOLDER -> holder(row);
                case RecallQuery.CONTACT -> named(row);
                case RecallQuery.CONVERSATION -> conversation(row);
                case RecallQuery.INTERACTION -> interaction(row);
                case RecallQuery.PENDING -> pending(row);
                case RecallQuery.ERASED_KEY -> erasedKey(row);
                case RecallQuery.ERASED_MESSAGE ->
                    found.tombstones().messages().add(refs.get(new Hash(row.getBytes("hash"))));
                default ->
                    found.statements().put(statements.get(new Hash(row.getBytes("hash"))), Times.present(row, "t1"));
            }
        }
    }

    private void holder(ResultSet row) throws SQLException {
        UUID contact = row.getObject("contact", UUID.class);
        MatchKey key = keys.get(new Hash(row.getBytes("hash")));
        if (contact == null) {
            found.holders().put(key, new Held(null, Times.at(row, "t1")));
        } else {
            found.holders().put(key, new Held(new ContactId(contact), Times.at(row, "t1")));
        }
    }

    private void named(ResultSet row) throws SQLException {
        ContactId contact = new ContactId(row.getObject("contact", UUID.class));
        if (!found.namings().containsKey(contact)) {
            DataKey key = key(row);
            sealing.remember(contact, key, row.getInt("epoch"));
            found.namings().put(contact, ContactRows.naming(row, contact, key));
        }
    }

    private void conversation(ResultSet row) throws SQLException {
        Conversation conversation = new Conversation(
                new ConversationId(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact", UUID.class)),
                InteractionRows.account(row.getString("account")),
                Times.present(row, "t1"),
                Times.present(row, "t2"),
                Codes.CONVERSATION.choice(row.getInt("n1")),
                true,
                row.getBoolean("flag"),
                new Attention(Times.at(row, "t3"), row.getInt("n2") > 0, Times.at(row, "t4"), row.getInt("n3") > 0));
        found.latest().put(new Line(conversation.contact(), conversation.account()), conversation);
    }

    private void interaction(ResultSet row) throws SQLException {
        InteractionRows.Columns columns = new InteractionRows.Columns(
                row.getObject("id", UUID.class),
                row.getObject("contact", UUID.class),
                row.getObject("conversation", UUID.class),
                row.getString("account"),
                row.getInt("n1"),
                row.getInt("n2"),
                row.getInt("n3"),
                Times.present(row, "t1"),
                Times.present(row, "t2"),
                row.getInt("n4"),
                Times.at(row, "t3"),
                Times.at(row, "t4"),
                Times.at(row, "t5"),
                row.getBytes("body"),
                row.getBytes("error"));
        DataKey key = key(row);
        Interaction interaction = InteractionRows.interaction(columns, key);
        sealing.sealedWith(interaction.id(), key);
        found.interactions().put(refs.get(new Hash(row.getBytes("hash"))), interaction);
    }

    private void pending(ResultSet row) throws SQLException {
        ProviderRef target = refs.get(new Hash(row.getBytes("hash")));
        ParkedUpdate update =
                PendingRows.open(key(row), row.getBytes("hash"), row.getBytes("error"), row.getBytes("body"));
        found.parked().computeIfAbsent(target, t -> new ArrayList<>()).add(update);
    }

    private void erasedKey(ResultSet row) throws SQLException {
        found.tombstones()
                .keys()
                .computeIfAbsent(keys.get(new Hash(row.getBytes("hash"))), key -> new ArrayList<>())
                .add(new Tombstone(Times.at(row, "t1"), Times.present(row, "t2")));
    }

    private DataKey key(ResultSet row) throws SQLException {
        return sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
    }
}
