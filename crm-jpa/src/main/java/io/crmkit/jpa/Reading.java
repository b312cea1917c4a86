package io.crmkit.jpa;

import java.sql.Connection;
import java.util.List;
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
    private static final List<Class<?>> ENTITIES = List.of(
            CrmContact.class,
            CrmActivity.class,
            CrmDataKey.class,
            CrmConversation.class,
            CrmInteraction.class,
            CrmSetAside.class);

    private final StandardServiceRegistry registry;
    private final SessionFactory factory;

    /** Asks the database nothing: what Hibernate has to know of it is its dialect. */
    Reading(Vendor vendor) {
        registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.dialect", vendor.dialect())
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
