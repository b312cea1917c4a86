package io.crmkit.jpa;

/**
 * How a {@link JpaStorage} behaves.
 *
 * @param unencrypted whether a connection that leaves the machine may be unencrypted
 * @since 0.1
 */
public record JpaOptions(SchemaMode schema, HostTransaction hostTransaction, boolean unencrypted) {
    /** Validates the schema, joins no host transaction, and takes no unencrypted connection to another machine. */
    public static final JpaOptions DEFAULT = new JpaOptions(SchemaMode.VALIDATE, HostTransaction.NONE, false);

    public JpaOptions schema(SchemaMode mode) {
        return new JpaOptions(mode, hostTransaction, unencrypted);
    }

    public JpaOptions joining(HostTransaction host) {
        return new JpaOptions(schema, host, unencrypted);
    }

    /** Takes an unencrypted connection to another machine too, where something else guards the way to it. */
    public JpaOptions allowingUnencrypted() {
        return new JpaOptions(schema, hostTransaction, true);
    }
}
