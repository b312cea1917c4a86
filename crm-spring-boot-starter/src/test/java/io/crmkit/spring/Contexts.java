package io.crmkit.spring;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/** Application contexts as hosts have them. */
final class Contexts {
    private static final AutoConfigurations ALL = AutoConfigurations.of(
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            CrmStorageAutoConfiguration.class,
            CrmSendingAutoConfiguration.class,
            CrmAutoConfiguration.class,
            CrmMetricsAutoConfiguration.class,
            CrmWhatsAppAutoConfiguration.class,
            CrmHealthAutoConfiguration.class,
            CrmDashboardAutoConfiguration.class);

    private Contexts() {}

    /** A host that configured nothing but an embedded database. */
    static ApplicationContextRunner host() {
        return new ApplicationContextRunner()
                .withConfiguration(ALL)
                .withPropertyValues("spring.datasource.generate-unique-name=true");
    }

    static WebApplicationContextRunner webHost() {
        return new WebApplicationContextRunner()
                .withConfiguration(ALL)
                .withPropertyValues("spring.datasource.generate-unique-name=true");
    }

    static DataSource database(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:" + name);
        pool.setUsername("sa");
        pool.setMaximumPoolSize(2);
        return pool;
    }
}
