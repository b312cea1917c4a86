package io.crmkit.spring.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A host with entities, tables, migrations and mappers that go by the names the library knows, on a database in another
 * time zone, whose connections do not commit by themselves: nothing of it is touched, and the library works.
 */
@Requirement({"HST-1", "HST-6"})
class HostileHostTest {
    private static ConfigurableApplicationContext host;
    private static CrmSession clinic;
    private static JdbcTemplate jdbc;
    private static Visits visits;

    @BeforeAll
    static void theHostStarts() {
        host = new SpringApplicationBuilder(HostileApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:hostile;TIME ZONE=Asia/Kolkata",
                        "--spring.datasource.hikari.auto-commit=false",
                        "--spring.jpa.hibernate.ddl-auto=validate",
                        "--spring.jpa.properties.hibernate.jdbc.time_zone=Pacific/Auckland",
                        "--crm.due-work.enabled=false",
                        "--spring.main.banner-mode=off");
        clinic = host.getBean(Crm.class).as(Actor.system(TenantId.of("norte")));
        jdbc = host.getBean(JdbcTemplate.class);
        visits = host.getBean(Visits.class);
    }

    @AfterAll
    static void theHostStops() {
        host.close();
    }

    @Test
    void thePersistenceUnitKnowsTheHostsEntitiesOnly() {
        assertThat(host.getBean(EntityManagerFactory.class).getMetamodel().getEntities())
                .extracting(EntityType::getName)
                .containsExactlyInAnyOrder("Contact", "Tag");
    }

    @Test
    void theHostsMigrationsAndOursKeepBooksOfTheirOwn() {
        assertThat(jdbc.queryForList(
                        "select \"script\" from \"flyway_schema_history\" where \"version\" is not null", String.class))
                .containsExactly("V1__clinic.sql");
        assertThat(jdbc.queryForList(
                        "select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'",
                        String.class))
                .contains("contact", "tag", "interaction", "crm_contact", "crm_interaction")
                .allMatch(name -> List.of("contact", "tag", "interaction", "flyway_schema_history")
                                .contains(name)
                        || name.startsWith("crm_"));
    }

    @Test
    void theHostsMappersAreItsOwn() throws Exception {
        record Said(String firstWord) {}
        assertThat(host.getBean(JsonMapper.class).writeValueAsString(new Said("x")))
                .isEqualTo("{\"FirstWord\":\"x\"}");
        assertThat(host.getBeansOfType(JsonMapper.class)).hasSize(1);
        assertThat(host.getBeansOfType(ObjectMapper.class)).hasSize(1);
    }

    @Test
    void bothWriteInOneTransactionOrNeither() {
        long before = clinic.contacts(null, 10).items().size();
        assertThatThrownBy(() -> visits.write(7, true)).hasMessage("the host's");
        assertThat(jdbc.queryForObject("select count(*) from tag where id = 7", Integer.class))
                .isZero();
        assertThat(clinic.contacts(null, 10).items()).hasSize((int) before);

        visits.write(8, false);

        assertThat(jdbc.queryForObject("select count(*) from tag where id = 8", Integer.class))
                .isOne();
        assertThat(clinic.timeline(ana(), null, 10).items())
                .extracting(entry -> entry.occurrence().ref().id())
                .contains("m-8");
    }

    @Test
    void aReadOnlyTransactionOfTheHostsIsNotWrittenInAndNothingIsLost() {
        visits.readAndCapture("m-9");

        assertThat(clinic.timeline(ana(), null, 10).items())
                .extracting(entry -> entry.occurrence().ref().id())
                .contains("m-9");
    }

    @Test
    void timesAreWhatTheyWereWhateverTheZones() {
        visits.readAndCapture("m-10");

        assertThat(TimeZone.getDefault().getID()).isNotEqualTo("UTC");
        assertThat(clinic.timeline(ana(), null, 10).items())
                .allSatisfy(entry -> assertThat(entry.occurredAt()).isEqualTo(Visits.AT));
        assertThat(clinic.profile(ana()).orElseThrow().summary().activity().first())
                .isEqualTo(Visits.AT);
    }

    @Test
    void outsideTransactionsWhatIsWrittenIsCommittedThoughConnectionsDoNotByThemselves() {
        clinic.capture(Visits.says("m-11"));

        assertThat(host.getBean(Crm.class)
                        .as(Actor.system(TenantId.of("norte")))
                        .timeline(ana(), null, 10)
                        .items())
                .extracting(entry -> entry.occurrence().ref().id())
                .contains("m-11");
    }

    private static ContactId ana() {
        return clinic.contacts(null, 1).items().stream()
                .map(ContactSummary::id)
                .findFirst()
                .orElseThrow();
    }
}
