package io.crmkit.benchmarks;

import io.crmkit.benchmarks.Traffic.Post;
import io.crmkit.benchmarks.Traffic.Sample;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;

/** What a user would write instead: entities, a persistence context, queries, persist, dirty checking. Nothing sealed. */
record PlainJpa() implements Contender {
    static final String DATABASE = "plain";

    private static final int ATTEMPTS = 20;

    @Override
    public String name() {
        return "plain jpa";
    }

    @Override
    public String database() {
        return DATABASE;
    }

    @Override
    public List<Integer> sizes() {
        return List.of(1, 100);
    }

    @Override
    public Capturing on(DataSource pool) {
        return new Persisting(new MetadataSources(new StandardServiceRegistryBuilder()
                        .applySetting("jakarta.persistence.nonJtaDataSource", pool)
                        .applySetting("hibernate.hbm2ddl.auto", "update")
                        .applySetting("hibernate.jdbc.batch_size", 50)
                        .applySetting("hibernate.order_inserts", true)
                        .applySetting("hibernate.order_updates", true)
                        .build())
                .addAnnotatedClass(PlainContact.class)
                .addAnnotatedClass(PlainConversation.class)
                .addAnnotatedClass(PlainMessage.class)
                .buildMetadata()
                .buildSessionFactory());
    }

    private record Persisting(SessionFactory factory) implements Capturing {
        @Override
        public void capture(Post post) {
            for (int attempt = 1; ; attempt++) {
                try {
                    factory.inTransaction(entities -> all(entities, post));
                    return;
                } catch (PersistenceException lost) {
                    boolean race = lost instanceof OptimisticLockException || lost instanceof RollbackException;
                    if (!race || attempt == ATTEMPTS) {
                        throw lost;
                    }
                }
            }
        }

        private static void all(EntityManager entities, Post post) {
            // In the order of their contacts, without which batches would deadlock.
            post.samples().stream()
                    .sorted(Comparator.comparing(Sample::contact))
                    .forEach(sample ->
                            one(entities, Traffic.tenant(post.tenant()).value(), sample));
        }

        private static void one(EntityManager entities, String tenant, Sample sample) {
            boolean known = entities.createQuery(
                                    "select count(m) from PlainMessage m where m.tenant = :tenant and m.providerId = :id",
                                    Long.class)
                            .setParameter("tenant", tenant)
                            .setParameter("id", sample.providerId())
                            .getSingleResult()
                    > 0;
            if (!known) {
                add(entities, tenant, sample);
            }
        }

        private static void add(EntityManager entities, String tenant, Sample sample) {
            PlainContact contact = contact(entities, tenant, sample);
            PlainConversation conversation = conversation(entities, contact, sample.at());
            PlainMessage message = new PlainMessage();
            message.tenant = tenant;
            message.providerId = sample.providerId();
            message.contact = contact;
            message.conversation = conversation;
            message.text = sample.text();
            message.raw = sample.raw();
            message.occurredAt = sample.at();
            entities.persist(message);
            contact.messages++;
            contact.lastAt = later(contact.lastAt, sample.at());
            conversation.lastAt = later(conversation.lastAt, sample.at());
        }

        private static PlainContact contact(EntityManager entities, String tenant, Sample sample) {
            return entities.createQuery(
                            "select c from PlainContact c where c.tenant = :tenant and c.phone = :phone",
                            PlainContact.class)
                    .setParameter("tenant", tenant)
                    .setParameter("phone", sample.phone())
                    .getResultStream()
                    .findFirst()
                    .orElseGet(() -> {
                        PlainContact created = new PlainContact();
                        created.tenant = tenant;
                        created.phone = sample.phone();
                        created.name = Traffic.name(sample.contact());
                        created.firstAt = sample.at();
                        entities.persist(created);
                        return created;
                    });
        }

        private static PlainConversation conversation(EntityManager entities, PlainContact contact, Instant at) {
            return entities.createQuery(
                            "select v from PlainConversation v where v.contact = :contact order by v.openedAt desc",
                            PlainConversation.class)
                    .setParameter("contact", contact)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst()
                    .orElseGet(() -> {
                        PlainConversation opened = new PlainConversation();
                        opened.contact = contact;
                        opened.openedAt = at;
                        entities.persist(opened);
                        return opened;
                    });
        }

        private static Instant later(@Nullable Instant one, Instant other) {
            return one != null && one.isAfter(other) ? one : other;
        }

        @Override
        public void close() {
            factory.close();
        }
    }

    /** Lets the contacts write for the first time. */
    void fill(DataSource pool, Traffic traffic) throws Exception {
        try (Capturing ready = on(pool)) {
            for (int tenant = 0; tenant < traffic.tenants(); tenant++) {
                List<Sample> all = traffic.everybody(tenant).samples();
                for (int from = 0; from < all.size(); from += 100) {
                    ready.capture(new Post(tenant, all.subList(from, Math.min(all.size(), from + 100))));
                }
            }
        }
    }
}
