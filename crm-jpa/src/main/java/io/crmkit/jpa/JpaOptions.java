package io.crmkit.jpa;

/**
 * How a {@link JpaStorage} behaves.
 *
 * @since 0.1
 */
public record JpaOptions(SchemaMode schema, HostTransaction hostTransaction) {
    /** Validates the schema and joins no host transaction. */
    public static final JpaOptions DEFAULT = new JpaOptions(SchemaMode.VALIDATE, HostTransaction.NONE);

    public JpaOptions schema(SchemaMode mode) {
        return new JpaOptions(mode, hostTransaction);
    }

    public JpaOptions joining(HostTransaction host) {
        return new JpaOptions(schema, host);
    }
}
