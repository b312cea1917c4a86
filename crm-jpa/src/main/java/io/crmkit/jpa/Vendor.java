package io.crmkit.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The databases that are supported, and what differs between them beyond their SQL. */
enum Vendor {
    // Constants.TRANSACTION_SNAPSHOT of H2, which is no dependency here.
    H2("h2", "varbinary", 6),
    POSTGRESQL("postgresql", "bytea", Connection.TRANSACTION_REPEATABLE_READ);

    private static final List<String> SCRIPTS = List.of(
            "V001__capture.sql",
            "V002__row_level_security.sql",
            "V003__contacts_at_hand.sql",
            "V004__due_work.sql",
            "V005__facts.sql",
            "V006__merges.sql",
            "V007__bulk.sql",
            "V008__duplicates.sql",
            "V009__said.sql",
            "V010__what_is_unread.sql",
            "V011__appointments.sql",
            "V012__attention.sql",
            "V013__key_rotation.sql",
            "V014__segments.sql",
            "V016__events.sql",
            "V017__audit.sql",
            "V018__memberships.sql",
            "V020__erasure.sql",
            "V021__consent.sql",
            "V022__restriction.sql",
            "V024__sales.sql",
            "V025__sendings.sql",
            "V026__broadcasts.sql",
            "V030__reports.sql",
            "V035__requests.sql",
            "V036__audit_begins.sql",
            "V039__moves.sql");

    /** What H2 has no need or no words for. */
    private static final Set<String> ON_POSTGRESQL = Set.of("V002__row_level_security.sql", "V009__said.sql");

    private final String folder;
    private final String bytes;
    private final int snapshot;

    Vendor(String folder, String bytes, int snapshot) {
        this.folder = folder;
        this.bytes = bytes;
        this.snapshot = snapshot;
    }

    static Vendor of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (product.equals("H2") && version >= 2) {
            return H2;
        }
        if (product.equals("PostgreSQL") && version >= 15) {
            return POSTGRESQL;
        }
        throw new SchemaProblem(
                product + " " + version + " is not supported: use H2 2 or newer, or PostgreSQL 15 or newer");
    }

    /** Where its scripts lie. */
    String folder() {
        return folder;
    }

    /** Them, in the order in which they are applied. */
    List<String> scripts() {
        return SCRIPTS.stream()
                .filter(script -> this == POSTGRESQL || !ON_POSTGRESQL.contains(script))
                .toList();
    }

    /** The isolation in which every statement of a transaction sees what the first one saw. */
    int snapshot() {
        return snapshot;
    }

    /** Ends a statement that reads what nobody may change before the transaction is over. */
    String untouched() {
        return this == H2 ? " for update" : " for share";
    }

    /** A parameter that is an array of ids. */
    String uuids() {
        return this == H2 ? "cast(? as uuid array)" : "cast(? as uuid[])";
    }

    /** Its name for the type of byte strings, in arrays. */
    String bytes() {
        return bytes;
    }
}
