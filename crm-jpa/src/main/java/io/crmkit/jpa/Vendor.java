package io.crmkit.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The databases that are supported, and what differs between them beyond their SQL. */
enum Vendor {
    H2(
            "h2",
            "varbinary",
            List.of(
                    "V001__capture.sql",
                    "V003__contacts_at_hand.sql",
                    "V004__due_work.sql",
                    "V005__facts.sql",
                    "V006__merges.sql")),
    POSTGRESQL(
            "postgresql",
            "bytea",
            List.of(
                    "V001__capture.sql",
                    "V002__row_level_security.sql",
                    "V003__contacts_at_hand.sql",
                    "V004__due_work.sql",
                    "V005__facts.sql",
                    "V006__merges.sql",
                    "V009__said.sql"));

    private final String folder;
    private final String bytes;
    private final List<String> scripts;

    Vendor(String folder, String bytes, List<String> scripts) {
        this.folder = folder;
        this.bytes = bytes;
        this.scripts = scripts;
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
        return scripts;
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
