package io.crmkit.jpa;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Hibernate for reading: a session factory of our own with our own entities, which touches nothing of the host's. Its
 * sessions run on a connection that is lent to them and never begin or end a transaction.
 */
final class Reading implements AutoCloseable {
    private static final List<Class<?>> ENTITIES =
            List.of(CrmContact.class, CrmDataKey.class, CrmConversation.class, CrmInteraction.class, CrmSetAside.class);

    private final StandardServiceRegistry registry;
    private final SessionFactory factory;

    /** Told what database it is, Hibernate asks for no connection of its own to find out. */
    Reading(DataSource dataSource, DatabaseMetaData database) throws SQLException {
        registry = new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.nonJtaDataSource", dataSource)
                .applySetting("jakarta.persistence.database-product-name", database.getDatabaseProductName())
                .applySetting("jakarta.persistence.database-product-version", database.getDatabaseProductVersion())
                .applySetting("jakarta.persistence.database-major-version", database.getDatabaseMajorVersion())
                .applySetting("jakarta.persistence.database-minor-version", database.getDatabaseMinorVersion())
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting("hibernate.transaction.coordinator_class", "jdbc")
                .applySetting("hibernate.hbm2ddl.auto", "none")
                .applySetting("hibernate.jdbc.time_zone", "UTC")
                .build();
        MetadataSources sources = new MetadataSources(registry);
        ENTITIES.forEach(sources::addAnnotatedClass);
        factory = sources.buildMetadata().buildSessionFactory();
    }

    /** A session on a connection that stays the caller's. */
    StatelessSession on(Connection connection) {
        return factory.withStatelessOptions().connection(connection).openStatelessSession();
    }

    @Override
    public void close() {
        factory.close();
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
