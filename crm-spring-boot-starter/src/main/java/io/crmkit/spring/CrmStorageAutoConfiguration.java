package io.crmkit.spring;

import io.crmkit.Storage;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.HostTransaction;
import io.crmkit.jpa.JpaOptions;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.privacy.KeyService;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Storage in the host's database, in the host's transactions. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "crm.enabled", matchIfMissing = true)
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnMissingBean(Storage.class)
@EnableConfigurationProperties(CrmProperties.class)
class CrmStorageAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    HostTransaction crmHostTransaction(
            DataSource dataSource, ListableBeanFactory beans, ObjectProvider<PlatformTransactionManager> managers) {
        PlatformTransactionManager manager = new EventBeans(beans).listen() ? managers.getIfUnique() : null;
        return new SpringTransaction(dataSource, manager == null ? null : new TransactionTemplate(manager));
    }

    @Bean
    @ConditionalOnMissingBean
    KeyService crmKeyService(CrmProperties properties, DataSource dataSource) {
        Path file = properties.keys().file();
        if (file != null) {
            return properties.keys().create() && Files.notExists(file)
                    ? KeysetFile.create(file)
                    : KeysetFile.open(file);
        } else if (EmbeddedDatabaseConnection.isEmbedded(dataSource)) {
            return EphemeralKeys.create();
        }
        throw new MissingSetting(
                "CRM Kit has no root key to seal personal data with.",
                "Set crm.keys.file to a keyset file; crm.keys.create=true makes one on the first start. Keep a copy of"
                        + " it apart from the database's backups. Or declare a KeyService bean.");
    }

    @Bean
    @DependsOnDatabaseInitialization
    JpaStorage crmStorage(DataSource dataSource, KeyService keys, JpaOptions options) {
        return JpaStorage.on(SpringTransaction.plain(dataSource), keys, options);
    }

    @Bean
    @ConditionalOnMissingBean
    JpaOptions crmJpaOptions(DataSource dataSource, HostTransaction host, CrmProperties properties) {
        SchemaMode mode = properties.schema().mode();
        if (mode == null) {
            mode = EmbeddedDatabaseConnection.isEmbedded(dataSource) ? SchemaMode.CREATE : SchemaMode.VALIDATE;
        }
        JpaOptions options = JpaOptions.DEFAULT.schema(mode).joining(host);
        return properties.connection().unencrypted() ? options.allowingUnencrypted() : options;
    }
}
