package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.event.CrmListener;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.Subscriber;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Requirement({"HST-1", "CAP-12"})
class TransactionTest {
    @Test
    void aTransactionThatIsRolledBackLeavesNothing() {
        Contexts.host().run(context -> {
            CrmSession clinic = clinic(context);
            transaction(context).executeWithoutResult(status -> {
                clinic.capture(message("1"));
                assertThat(clinic.contacts(null, 10).items()).hasSize(1);
                status.setRollbackOnly();
            });
            assertThat(clinic.contacts(null, 10).items()).isEmpty();
        });
    }

    @Test
    void whatIsCapturedCommitsWithWhatTheHostWrote() {
        Contexts.host().run(context -> {
            CrmSession clinic = clinic(context);
            JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
            jdbc.execute("create table visit (id int)");
            assertThatThrownBy(() -> transaction(context).executeWithoutResult(status -> {
                        jdbc.update("insert into visit values (1)");
                        clinic.capture(message("1"));
                        throw new IllegalStateException("the host's");
                    }))
                    .hasMessage("the host's");
            assertThat(jdbc.queryForObject("select count(*) from visit", Integer.class))
                    .isZero();
            assertThat(clinic.contacts(null, 10).items()).isEmpty();

            transaction(context).executeWithoutResult(status -> {
                jdbc.update("insert into visit values (1)");
                clinic.capture(message("1"));
            });
            assertThat(jdbc.queryForObject("select count(*) from visit", Integer.class))
                    .isOne();
            assertThat(clinic.contacts(null, 10).items()).hasSize(1);
        });
    }

    @Test
    void aReadOnlyTransactionIsNotJoined() {
        Contexts.host().run(context -> {
            CrmSession clinic = clinic(context);
            TransactionTemplate reading = transaction(context);
            reading.setReadOnly(true);
            reading.executeWithoutResult(status -> {
                clinic.capture(message("1"));
                assertThat(clinic.contacts(null, 10).items()).hasSize(1);
                status.setRollbackOnly();
            });
            assertThat(clinic.contacts(null, 10).items()).hasSize(1);
        });
    }

    @Test
    void theTransactionIsFoundBehindAProxyThatKnowsTransactions() {
        Contexts.host()
                .withBean(DataSource.class, () -> new TransactionAwareDataSourceProxy(Contexts.database("proxied")))
                .withPropertyValues("crm.schema.mode=create")
                .run(context -> {
                    CrmSession clinic = clinic(context);
                    transaction(context).executeWithoutResult(status -> {
                        clinic.capture(message("1"));
                        status.setRollbackOnly();
                    });
                    assertThat(clinic.contacts(null, 10).items()).isEmpty();
                });
    }

    @Test
    @Requirement("HST-4")
    void whatAListenerWritesGoesWithWhatItHeardThoughTheHostBeganNothing() {
        List<Integer> told = new ArrayList<>();
        Contexts.host()
                .withBean("numbers", CrmListener.class, () -> event -> told.add(told.size()))
                .withBean(Visits.class)
                .withBean("mail", Subscriber.class, () -> event -> told.add(-1))
                .withPropertyValues("crm.due-work.enabled=false")
                .run(context -> {
                    CrmSession clinic = clinic(context);
                    JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
                    jdbc.execute("create table visit (id int)");
                    clinic.capture(message("1"));
                    assertThat(jdbc.queryForObject("select count(*) from visit", Integer.class))
                            .isEqualTo(2);
                    context.getBean(Visits.class).refusing = true;
                    assertThatThrownBy(() -> clinic.capture(message("2"))).hasMessage("no more visits");
                    assertThat(jdbc.queryForObject("select count(*) from visit", Integer.class))
                            .isEqualTo(2);
                    ContactId only = clinic.contacts(null, 10).items().get(0).id();
                    assertThat(clinic.timeline(only, null, 10).items()).hasSize(1);
                    told.clear();
                    context.getBean(Crm.class).dueWork().runDue();
                    assertThat(told).contains(-1);
                });
    }

    /** Needs the CRM itself, and writes before it refuses. */
    private static final class Visits implements CrmListener {
        private final Crm crm;
        private final JdbcTemplate jdbc;
        private boolean refusing;

        Visits(Crm crm, DataSource dataSource) {
            this.crm = crm;
            this.jdbc = new JdbcTemplate(dataSource);
        }

        @Override
        public void on(DomainEvent event) {
            assertThat(crm.as(Actor.system(event.heading().tenant())).profile(event.contact()))
                    .isPresent();
            jdbc.update("insert into visit values (1)");
            if (refusing) {
                throw new IllegalStateException("no more visits");
            }
        }
    }

    private static CrmSession clinic(ApplicationContext context) {
        return context.getBean(Crm.class).as(Actor.system(TenantId.of("norte")));
    }

    private static TransactionTemplate transaction(ApplicationContext context) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    private static InboundEvent message(String id) {
        return MessageEvent.received(
                new ProviderRef(new ChannelAccount("whatsapp", "700"), id),
                Party.of(Identifier.phone("5491155501234")),
                Instant.parse("2026-11-02T12:00:00Z"),
                Content.text("¿Atienden hoy?"));
    }
}
